using System.Text.RegularExpressions;
using System.Web;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using Klotho.Aws;
using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>Tokens for Amazon RDS, held to the documented form and to what the SDK's own signer makes of the same request.</summary>
public sealed partial class RdsTokenTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 10, 30, 0, DateTimeKind.Utc);
    private static readonly ServerBinding Server = Read("jane_doe@notes.123456789012.us-west-2.rds.amazonaws.com:5433/notes?auth=iam");

    [Theory]
    [InlineData(null)]
    [InlineData("session/token+with=signs")]
    public void A_token_is_what_the_SDK_s_signer_makes(string? session)
    {
        var credentials = new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", session);

        var token = RdsTokens.Sign(Server, "us-west-2", credentials, Now);

        Assert.Equal(Pairs(Oracle(credentials)), Pairs(token));
        Assert.Matches(Documented, token);
    }

    [Fact]
    public void The_region_is_the_host_s()
    {
        Assert.Equal("us-west-2", RdsTokens.Region(Server));
        Assert.Equal("cn-north-1", RdsTokens.Region(Read("a@n.1.cn-north-1.rds.amazonaws.com.cn/n?auth=iam")));
    }

    [Fact]
    public void A_binding_by_token_needs_what_makes_tokens()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration["Klotho:Persist:notes"] = "postgres://jane_doe@notes.123456789012.us-west-2.rds.amazonaws.com/notes?auth=iam&tls=require";
        builder.AddKlotho(new KlothoModule(typeof(RdsTokenTests).Assembly, [new KeyValueDeclaration<string>("notes")])).AddKlothoPostgres().AddKlothoAws();
        using var host = builder.Build();

        Assert.NotNull(host.Services.GetRequiredKeyedService<IKeyValueDriver>("notes"));
    }

    // How the SDK's package for RDS makes one, which is not in the package source of this project.
    private static string Oracle(ImmutableCredentials credentials)
    {
        var request = new DefaultRequest(new Request(), "rds")
        {
            UseQueryString = true,
            HttpMethod = "GET",
            Endpoint = new Uri($"https://{Server.Host}:{Server.Port}"),
        };
        request.Parameters.Add("X-Amz-Expires", "900");
        request.Parameters.Add("DBUser", "jane_doe");
        request.Parameters.Add("Action", "connect");
        if (credentials.UseToken)
        {
            request.Parameters.Add("X-Amz-Security-Token", credentials.Token);
        }

        var signed = AWS4PreSignedUrlSigner.SignRequest(request, null, new RequestMetrics(), credentials.AccessKey, credentials.SecretKey, "rds-db", "us-west-2", Now);
        return $"{AmazonServiceClient.ComposeUrl(request).AbsoluteUri["https://".Length..]}&{signed.ForQueryParameters}";
    }

    private static List<string> Pairs(string token)
    {
        var question = token.IndexOf('?', StringComparison.Ordinal);
        return [token[..question], .. token[(question + 1)..].Split('&').Select(HttpUtility.UrlDecode).OfType<string>().Order(StringComparer.Ordinal)];
    }

    private static ServerBinding Read(string target) =>
        ServerBinding.Read(new ResourceBinding("Klotho:Persist:notes", "postgres", target), "form", 5432, ["auth"]);

    [GeneratedRegex(
        @"^notes\.123456789012\.us-west-2\.rds\.amazonaws\.com:5433/\?Action=connect&DBUser=jane_doe&X-Amz-Algorithm=AWS4-HMAC-SHA256" +
        @"&X-Amz-Credential=AKIDEXAMPLE%2F20261122%2Fus-west-2%2Frds-db%2Faws4_request&X-Amz-Date=20261122T103000Z&X-Amz-Expires=900" +
        @"(&X-Amz-Security-Token=[^&]+)?&X-Amz-SignedHeaders=host&X-Amz-Signature=[0-9a-f]{64}\z")]
    private static partial Regex Documented { get; }

    private sealed class Request : AmazonWebServiceRequest;
}

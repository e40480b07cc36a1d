using System.Text.RegularExpressions;
using Amazon.Runtime;
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

        Assert.Equal(TokenOracle.Pairs(TokenOracle.Sign("rds-db", new Uri($"https://{Server.Host}:{Server.Port}"), "DBUser", "jane_doe", "us-west-2", credentials, Now)), TokenOracle.Pairs(token));
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

    private static ServerBinding Read(string target) =>
        ServerBinding.Read(new ResourceBinding("Klotho:Persist:notes", "postgres", target), "form", 5432, ["auth"]);

    [GeneratedRegex(
        @"^notes\.123456789012\.us-west-2\.rds\.amazonaws\.com:5433/\?Action=connect&DBUser=jane_doe&X-Amz-Algorithm=AWS4-HMAC-SHA256" +
        @"&X-Amz-Credential=AKIDEXAMPLE%2F20261122%2Fus-west-2%2Frds-db%2Faws4_request&X-Amz-Date=20261122T103000Z&X-Amz-Expires=900" +
        @"(&X-Amz-Security-Token=[^&]+)?&X-Amz-SignedHeaders=host&X-Amz-Signature=[0-9a-f]{64}\z")]
    private static partial Regex Documented { get; }
}

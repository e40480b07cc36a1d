using System.Text.RegularExpressions;
using Amazon.Runtime;
using Klotho.Aws;
using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>Tokens for Amazon ElastiCache and MemoryDB, held to the documented form and to what the SDK's own signer makes of the same request.</summary>
public sealed partial class CacheTokenTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 10, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("elasticache", null)]
    [InlineData("memorydb", null)]
    [InlineData("memorydb", "session/token+with=signs")]
    public void A_token_is_what_the_SDK_s_signer_makes(string service, string? session)
    {
        var credentials = new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", session);

        var token = CacheTokens.Sign(Read($"app-sg-1@host:6379?auth=iam&{service}=Sessions-1a"), "us-west-2", credentials, Now);

        Assert.Equal(TokenOracle.Pairs(TokenOracle.Sign(service, new Uri("http://sessions-1a"), "User", "app-sg-1", "us-west-2", credentials, Now)), TokenOracle.Pairs(token));
        Assert.Matches(Documented, token);
    }

    [Fact]
    public void The_region_is_the_host_s_where_that_tells_it() =>
        Assert.Equal("eu-central-1", CacheTokens.Region(Read("a@clustercfg.sessions.1a2b.memorydb.eu-central-1.amazonaws.com:6379?auth=iam&memorydb=sessions")));

    [Theory]
    [InlineData("")]
    [InlineData("&elasticache=a&memorydb=b")]
    public void A_binding_names_what_it_signs_in_to(string options)
    {
        using var host = Host($"rediss://app@host?auth=iam{options}");

        var error = Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredKeyedService<IDistributedCache>("sessions"));

        Assert.Contains("Klotho:Persist:sessions", error.Message, StringComparison.Ordinal);
        Assert.Contains("elasticache=", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_opens_by_token_and_asks_nobody()
    {
        using var host = Host("rediss://app@master.sessions.1a2b.euc1.cache.amazonaws.com?auth=iam&elasticache=sessions");

        Assert.NotNull(host.Services.GetRequiredKeyedService<IDistributedCache>("sessions"));
    }

    private static IHost Host(string binding)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration["Klotho:Persist:sessions"] = binding;
        builder.AddKlotho(new KlothoModule(typeof(CacheTokenTests).Assembly, [new CacheDeclaration("sessions")])).AddKlothoRedis().AddKlothoAws();
        return builder.Build();
    }

    private static ServerBinding Read(string target) =>
        ServerBinding.Read(new ResourceBinding("Klotho:Persist:sessions", "rediss", target), "form", 6379, ["auth", "elasticache", "memorydb"]);

    [GeneratedRegex(
        @"^sessions-1a/\?Action=connect&User=app-sg-1&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261122%2Fus-west-2%2F(elasticache|memorydb)%2Faws4_request" +
        @"&X-Amz-Date=20261122T103000Z&X-Amz-Expires=900(&X-Amz-Security-Token=[^&]+)?&X-Amz-SignedHeaders=host&X-Amz-Signature=[0-9a-f]{64}\z")]
    private static partial Regex Documented { get; }
}

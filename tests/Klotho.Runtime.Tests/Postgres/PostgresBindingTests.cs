using Klotho.Drivers;
using Klotho.Postgres;
using Klotho.Wiring;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Postgres;

/// <summary>Bindings as configuration writes them. Nothing here goes over a network.</summary>
public sealed class PostgresBindingTests
{
    private const string Key = "Klotho:Persist:slide-meta";

    [Theory]
    [InlineData("postgres://", "form")]
    [InlineData("postgres://host/database", "form")]
    [InlineData("postgres://app@host", "form")]
    [InlineData("postgres://app@host/database/more", "form")]
    [InlineData("postgres://app:hunter2@host/database", "password")]
    [InlineData("postgres://app@host/database?password=hunter2", "file:///")]
    [InlineData("postgres://app@host/database?password=file:///p&auth=iam", "one of them")]
    [InlineData("postgres://app@host/database?password=secretsmanager://arn", "'secretsmanager:', which nothing in this process reads")]
    [InlineData("postgres://app@host/database?password=file://", "file:///path")]
    [InlineData("postgres://app@host/database?auth=iam", "IServerTokens|AddKlothoAws")]
    [InlineData("postgres://app@host/database?auth=kerberos", "iam")]
    [InlineData("postgres://app@host/database?tls=maybe", "tls")]
    [InlineData("postgres://app@host/database?prepare=always", "prepare")]
    [InlineData("postgres://app@host/database?ca=file:///ca.pem", "tls=verify")]
    [InlineData("postgres://app@host/database?Table=a", "table")]
    [InlineData("postgres://app@host/database?table=a&table=b", "table")]
    [InlineData("postgres://app@host/database?table=a%22b", "name")]
    public async Task A_malformed_binding_stops_the_start_and_its_key_is_named(string binding, string why)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(binding));

        Assert.Contains(Key, error.Message, StringComparison.Ordinal);
        Assert.Contains(why.Split('|'), part => error.Message.Contains(part, StringComparison.Ordinal));
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://app@host/database")]
    [InlineData("postgres://app@host.example:5433/database?table=Slide-Meta_1&tls=require&prepare=never")]
    [InlineData("postgres://app%40x@[::1]:5433/database?password=file:///run/secrets/p&tls=verify&ca=file:///ca.pem")]
    public async Task A_binding_opens_a_store_and_asks_nobody(string binding)
    {
        await using var application = await StartAsync(binding);

        Assert.IsType<PostgresKeyValueDriver>(application.Keyed<IKeyValueDriver>("slide-meta"));
    }

    private static Task<TestApplication> StartAsync(string binding) => TestApplication.StartAsync(
        [new KeyValueDeclaration<string>("slide-meta")], new() { [Key] = binding }, builder => builder.AddKlothoPostgres());
}

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>Functions whose messages are committed with what they save.</summary>
public sealed class FunctionOutboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_a_function_that_was_killed_between_its_commit_and_the_publishing_left_goes_with_the_next_invocation_of_any_kind()
    {
        using var published = new SemaphoreSlim(0);
        using var dead = new ManualResetEventSlim();
        await using var sns = await ScriptedService.StartAsync(
            _ =>
            {
                published.Release();
                dead.Wait();
                return (503, "");
            },
            _ => (200, "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>"));
        try
        {
            await using var killed = await StartAsync(sns);
            _ = killed.Lambda.InvokeAsync(LambdaEvents.Request("POST", "/sales/7"));
            Assert.True(await published.WaitAsync(TimeSpan.FromSeconds(30)));
        }
        finally
        {
            dead.Set();
        }

        await using var next = await StartAsync(sns);
        await Eventually.IsTrueAsync(
            async () =>
            {
                // On a machine that has much else to do, one may be over before the database has been asked.
                Assert.Equal(200, (await next.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/echo/"))).Status);
                return sns.Requests.Count > 1;
            },
            "what was left is published");

        Assert.All(sns.Requests, request => Assert.Contains(Uri.EscapeDataString("\"number\":7"), request.Body, StringComparison.Ordinal));
        Assert.Single(sns.Requests.Select(request => request.Body).Distinct());
    }

    public void Dispose() => _folder.Dispose();

    private Task<LambdaFunction> StartAsync(ScriptedService sns) => LambdaFunction.StartAsync(
        ("AWS_ENDPOINT_URL", sns.Address.ToString()), ("Klotho:Unit", "main"), ("Klotho:Data", _folder.Path), ("Shop", "true"),
        ("Klotho:PubSub:sold", "sns://arn:aws:sns:eu-central-1:123456789012:sold"));
}

using System.Text;
using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>Messages of SNS and EventBridge that invoke the function themselves, to a real process of their unit.</summary>
public sealed class DirectInvocationTests : IDisposable
{
    private const string Done = """{"name":"bread","wish":"done"}""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_topics_message_goes_to_its_handlers_under_the_id_that_it_was_published_with()
    {
        await using var function = await StartAsync($"sns://{LambdaEvents.Topic}");

        await HandledAsync(function, LambdaEvents.Notification("m1", Done, ("klotho-id", "own-1"), ("klotho-schema", "1")));
        await HandledAsync(function, LambdaEvents.Notification("m2", Done));

        Assert.Equal(["errands/bread/m2/1", "errands/bread/own-1/1"], await FilesAsync("errands/"));
    }

    [Fact]
    public async Task A_buss_event_goes_to_the_handlers_of_the_topic_that_is_its_type()
    {
        await using var function = await StartAsync($"eventbridge://{LambdaEvents.Bus}");

        await HandledAsync(function, LambdaEvents.Event("e1", "errand-asked", Done, "klotho:id:own-1", "klotho:schema:1"));
        await HandledAsync(function, LambdaEvents.Event("e2", "errand-asked", $$"""{"klotho:bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Done))}}"}"""));

        Assert.Equal(["errands/bread/e2/1", "errands/bread/own-1/1"], await FilesAsync("errands/"));
    }

    [Theory]
    [InlineData("failed", "System.InvalidOperationException")]
    [InlineData("later", "Klotho.RetryLaterException")]
    public async Task A_handler_that_fails_fails_the_invocation(string wish, string type)
    {
        var errand = $$"""{"name":"milk","wish":"{{wish}}"}""";
        await using var topic = await StartAsync($"sns://{LambdaEvents.Topic}");
        Assert.Equal(type, await FailureAsync(topic, LambdaEvents.Notification("m1", errand)));
        await using var bus = await StartAsync($"eventbridge://{LambdaEvents.Bus}");
        Assert.Equal(type, await FailureAsync(bus, LambdaEvents.Event("e1", "errand-asked", errand)));
    }

    [Fact]
    public async Task What_the_subscription_is_not_bound_to_and_what_is_no_message_fails_the_invocation()
    {
        await using var topic = await StartAsync("sns://arn:aws:sns:eu-central-1:123456789012:another");
        Assert.Equal("System.InvalidOperationException", await FailureAsync(topic, LambdaEvents.Notification("m1", Done)));
        Assert.Equal("System.InvalidOperationException", await FailureAsync(topic, LambdaEvents.Event("e1", "errand-asked", Done)));

        await using var bus = await StartAsync($"eventbridge://{LambdaEvents.Bus}");
        Assert.Equal("System.InvalidOperationException", await FailureAsync(bus, LambdaEvents.Event("e1", "another", Done)));
        Assert.Equal("System.InvalidOperationException", await FailureAsync(bus, LambdaEvents.Event("e1", "errand-asked", Done).Replace("klotho.shop", "another", StringComparison.Ordinal)));
        Assert.Equal("System.IO.IOException", await FailureAsync(bus, LambdaEvents.Event("e1", "errand-asked", "{}", "klotho:claim:errand-asked/e1")));
        Assert.Empty(await FilesAsync("errands/"));
    }

    [Fact]
    public async Task An_idempotent_handler_handles_a_repeated_message_once()
    {
        await using var function = await LambdaFunction.StartAsync(
            ("Klotho:Unit", "books"), ("Shop", "true"), ("Klotho:Data", _folder.Path), ("Klotho:Subscriptions:sold", $"sns://{LambdaEvents.Topic}"));

        foreach (var _ in Enumerable.Range(0, 3))
        {
            await HandledAsync(function, LambdaEvents.Notification("m1", """{"number":7}"""));
        }

        Assert.Single(await FilesAsync("receipts/7/"));
    }

    [Theory]
    [InlineData("sns://errands")]
    [InlineData("sns://arn:aws:sns:eu-central-1:123456789012:errands?source=klotho.shop")]
    [InlineData("eventbridge://arn:aws:events:eu-central-1:123456789012:event-bus/shop")]
    public async Task A_binding_that_cannot_be_read_stops_the_start_and_is_named(string subscription)
    {
        await using var function = await StartAsync(subscription);

        var error = await function.Lambda.InitError.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Contains("Klotho:Subscriptions:errand-asked", error.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_is_no_function_does_not_start_with_such_a_binding()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync(
            [new SubscriptionDeclaration<DirectInvocationTests, string>("told", "main", "Tests.Handle", static (_, _, _, _) => ValueTask.CompletedTask)],
            new() { ["Klotho:Subscriptions:told"] = $"sns://{LambdaEvents.Topic}" },
            builder => builder.AddKlothoAws()));

        Assert.Contains("Klotho:Subscriptions:told names no queue", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static async Task HandledAsync(LambdaFunction function, string invoked)
    {
        var answer = await function.Lambda.InvokeAsync(invoked);
        Assert.False(answer.Failed, answer.Json.GetRawText());
    }

    private static async Task<string?> FailureAsync(LambdaFunction function, string invoked)
    {
        var answer = await function.Lambda.InvokeAsync(invoked);
        Assert.True(answer.Failed);
        return answer.Json.GetProperty("errorType").GetString();
    }

    private Task<LambdaFunction> StartAsync(string subscription) => LambdaFunction.StartAsync(
        ("Klotho:Unit", "errands"), ("Klotho:Data", _folder.Path), ("Klotho:Subscriptions:errand_asked", subscription));

    private async Task<List<string>> FilesAsync(string prefix) =>
        await new BlobStore(new FileBlobDriver(Path.Combine(_folder.Path, "blobs", "files"))).ListAsync(prefix, default)
            .Select(file => file.Path).Order(StringComparer.Ordinal).ToListAsync();
}

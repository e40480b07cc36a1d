using System.Text;
using Klotho.Aws;
using Klotho.EndToEnd.Tests.SearchTheDeck;
using Klotho.Runtime.Tests;
using Klotho.Runtime.Tests.Aws;
using Klotho.Runtime.Tests.Aws.Lambda;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>A unit as Lambda runs it: events of its queue, its schedule and its URL reach it, and nothing else does.</summary>
internal sealed class DeskFunction : IAsyncDisposable
{
    private const string Subscriptions = "Klotho__Subscriptions__";

    private readonly LambdaSimulator _lambda;
    private readonly FunctionUrl _url;
    private readonly QueueMapping _mapping;
    private readonly Arn _queue;

    private DeskFunction(DeckProcess process, LambdaSimulator lambda, FunctionUrl url, Arn queue)
    {
        (Process, _lambda, _url, _queue) = (process, lambda, url, queue);
        _mapping = new(queue, lambda);
    }

    public DeckProcess Process { get; }

    private Arn DeadLetters => MessagingSetup.ArnOf("sqs", _queue.Resource.Replace("-queue", "-dead-letters", StringComparison.Ordinal));

    public static async Task<DeskFunction> StartAsync(Settings settings)
    {
        var bound = settings.Single(variable => variable.Key.StartsWith(Subscriptions, StringComparison.Ordinal)).Value["sqs://".Length..];
        var lambda = await LambdaSimulator.StartAsync();
        var url = await FunctionUrl.StartAsync(lambda, isStreamed: false);
        var process = DeskProcesses.Start(new(settings) { ["AWS_LAMBDA_RUNTIME_API"] = lambda.Address });
        process.Http.BaseAddress = new Uri(url.Address);
        return new(process, lambda, url, Arn.TryParse(bound, out var queue) ? queue : throw new InvalidOperationException($"{bound} is no queue."));
    }

    /// <summary>Starts a method as EventBridge Scheduler does.</summary>
    public async Task RunScheduleAsync(string schedule)
    {
        var answer = await _lambda.InvokeAsync(LambdaEvents.Schedule(schedule));
        Assert.False(answer.Failed, $"{answer.Json}\n{Process.Output}");
    }

    /// <summary>Waits for a dead letter in the queue of them; why it is one.</summary>
    public async Task<string> ReasonAsync(string order)
    {
        using var clients = new AwsClients();
        var sqs = clients.Sqs(DeadLetters.Region);
        SqsMessage? letter = null;
        await Eventually.IsTrueAsync(
            async () => (letter = (await sqs.ReceiveAsync(sqs.UrlOf(DeadLetters), 10, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), default))
                .FirstOrDefault(each => Encoding.UTF8.GetString(each.Body.Span).Contains(order, StringComparison.Ordinal))) is not null,
            $"the order is a dead letter: {Process.Output}");
        return letter?.Attributes.GetValueOrDefault("klotho-reason") ?? Process.Output;
    }

    /// <summary>Puts dead letters back, which is AWS's own business where the unit is a function.</summary>
    public async Task RedriveAsync()
    {
        using var queues = new MessagingSetup(new Uri(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") ?? ""));
        await Eventually.IsTrueAsync(
            async () =>
            {
                await queues.MoveAsync(DeadLetters, _queue);
                return await queues.CountAsync(DeadLetters) == default;
            },
            "there are no more dead letters");
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await _mapping.DisposeAsync();
        await _url.DisposeAsync();
        await _lambda.DisposeAsync();
    }
}

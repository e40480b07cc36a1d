using Klotho.Aws;
using Klotho.Runtime.Tests.Aws.Lambda;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>
/// Stands for an event source mapping of Lambda, of which there is no emulator: receives what is in a unit's queue, invokes the function with it, and removes what the answer does
/// not name (docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html, 2026-11-22). What it names shows again after a second, so that tests are short.
/// </summary>
internal sealed class QueueMapping : IAsyncDisposable
{
    private const int Batch = 10;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly AwsClients _clients = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _polling;

    public QueueMapping(Arn queue, LambdaSimulator function) => _polling = PollAsync(queue, function);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _polling;
        _end.Dispose();
        _clients.Dispose();
    }

    private async Task PollAsync(Arn queue, LambdaSimulator function)
    {
        var sqs = _clients.Sqs(queue.Region);
        var url = sqs.UrlOf(queue);
        try
        {
            while (true)
            {
                var batch = await sqs.ReceiveAsync(url, Batch, Second, Second, _end.Token);
                foreach (var handled in batch.Count == 0 ? [] : Handled(batch, await function.InvokeAsync(LambdaEvents.Received(queue, batch)).WaitAsync(_end.Token)))
                {
                    await sqs.DeleteAsync(url, handled.ReceiptHandle, _end.Token);
                }
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The function is taken away; what it had in hand shows again.
        }
    }

    private static IEnumerable<SqsMessage> Handled(IReadOnlyList<SqsMessage> batch, LambdaResult answer)
    {
        if (answer.Failed)
        {
            return [];
        }

        var failed = answer.Json.GetProperty("batchItemFailures").EnumerateArray().Select(item => item.GetProperty("itemIdentifier").GetString()).ToHashSet();
        return batch.Where(message => !failed.Contains(message.Id));
    }
}

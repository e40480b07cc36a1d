namespace Klotho.Aws;

/// <summary>
/// Removes messages from a queue: at once, and together what came while a request was under way. So nothing waits for others, and many that end at
/// the same time take few requests.
/// </summary>
internal sealed class Deletions(SqsQueue queue)
{
    private const int MostAtOnce = 10;

    private readonly Lock _lock = new();
    private readonly Queue<(string Handle, TaskCompletionSource Done)> _waiting = new();
    private bool _isSending;

    /// <summary>Removes a message; ends when it is removed, and fails where it could not be.</summary>
    public Task DeleteAsync(string receiptHandle)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Enqueue((receiptHandle, done));
            if (_isSending)
            {
                return done.Task;
            }

            _isSending = true;
        }

        _ = SendAllAsync();
        return done.Task;
    }

    private async Task SendAllAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                await SendAsync(batch);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // Whoever waits for its message hears of it, whatever it is: it comes again when its lease ends.
                foreach (var (_, done) in batch)
                {
                    done.TrySetException(failure);
                }
            }
        }
    }

    private List<(string Handle, TaskCompletionSource Done)> Next()
    {
        lock (_lock)
        {
            List<(string, TaskCompletionSource)> batch = [];
            while (batch.Count < MostAtOnce && _waiting.TryDequeue(out var next))
            {
                batch.Add(next);
            }

            _isSending = batch.Count > 0;
            return batch;
        }
    }

    private async Task SendAsync(List<(string Handle, TaskCompletionSource Done)> batch)
    {
        if (batch is [var only])
        {
            await queue.Client.DeleteAsync(queue.Url, only.Handle, CancellationToken.None);
            only.Done.TrySetResult();
            return;
        }

        foreach (var failure in await EntryRetry.SendAsync(
            batch, some => queue.Client.DeleteBatchAsync(queue.Url, [.. some.Select(each => each.Handle)], CancellationToken.None), CancellationToken.None))
        {
            batch[failure.Index].Done.TrySetException(failure.ToException());
        }

        foreach (var (_, done) in batch)
        {
            done.TrySetResult();
        }
    }
}

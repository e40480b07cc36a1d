namespace Klotho.RabbitMq;

/// <summary>
/// Bounds every wait for the broker. The client has limits of its own for most answers, but where a connection ends in the middle of what
/// it does there are waits that never end.
/// </summary>
internal static class BrokerPatience
{
    /// <summary>A broker that is out of memory or disk reads nothing for as long as it takes.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // A broker that answers at all says within a moment who is welcome and what is there.
    private static readonly TimeSpan OpeningLimit = TimeSpan.FromSeconds(10);

    /// <summary>What is opened; what is opened too late for whoever asked is closed again.</summary>
    /// <exception cref="IOException">It was not opened in 10 seconds.</exception>
    public static async Task<T> OpenedAsync<T>(Task<T> opening, CancellationToken cancel)
        where T : IAsyncDisposable
    {
        var taken = false;
        try
        {
            await WithinAsync(OpeningLimit, opening, TimeProvider.System, cancel);
            taken = true;
            return await opening;
        }
        finally
        {
            if (!taken)
            {
                Retirement.Begin(opening);
            }
        }
    }

    /// <summary>The end of something that is asked of the broker.</summary>
    /// <exception cref="IOException">It did not end in 30 seconds.</exception>
    public static Task DoneAsync(Task asked, CancellationToken cancel) => WithinAsync(Limit, asked, TimeProvider.System, cancel);

    /// <summary>The answer to a question that costs the broker nothing.</summary>
    /// <exception cref="IOException">It did not come in 10 seconds.</exception>
    public static Task AnsweredAsync(Task asked, TimeProvider time, CancellationToken cancel) => WithinAsync(OpeningLimit, asked, time, cancel);

    private static async Task WithinAsync(TimeSpan limit, Task asked, TimeProvider time, CancellationToken cancel)
    {
        try
        {
            await asked.WaitAsync(limit, time, cancel);
        }
        catch (Exception failure) when (failure is TimeoutException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // The client's own limits cancel what they end.
            throw new IOException($"The broker did not answer in {limit.TotalSeconds} s.", failure);
        }
    }
}

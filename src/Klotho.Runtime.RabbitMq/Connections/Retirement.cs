namespace Klotho.RabbitMq;

/// <summary>
/// Closes channels and connections that nobody uses any more, beside the work. Closing asks the broker, and the client's closing of what
/// broke may wait for what never comes; whoever begins anew must not wait with it.
/// </summary>
internal static class Retirement
{
    public static void Begin(IAsyncDisposable ended) => Begin(Task.FromResult(ended));

    /// <summary>Closes what is still being opened, once it is.</summary>
    public static void Begin<T>(Task<T> opening)
        where T : IAsyncDisposable => _ = EndAsync(opening);

    private static async Task EndAsync<T>(Task<T> opening)
        where T : IAsyncDisposable
    {
        // Some of the client's closing happens before it first waits.
        await Task.Yield();
        try
        {
            await (await opening).DisposeAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The top of a task that nobody awaits: it is closed as far as it can be.
        }
    }
}

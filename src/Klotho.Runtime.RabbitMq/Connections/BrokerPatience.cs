namespace Klotho.RabbitMq;

/// <summary>
/// Bounds every wait for the broker. The client has limits of its own for most answers, but where a connection ends in the middle of what
/// it does there are waits that never end.
/// </summary>
internal static class BrokerPatience
{
    /// <summary>A broker that is out of memory or disk reads nothing for as long as it takes.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>What is opened; what is opened too late for whoever asked is closed again.</summary>
    /// <exception cref="IOException">It was not opened in 30 seconds.</exception>
    public static async Task<T> OpenedAsync<T>(Task<T> opening, CancellationToken cancel)
        where T : IAsyncDisposable
    {
        var taken = false;
        try
        {
            var opened = await opening.WaitAsync(Limit, cancel);
            taken = true;
            return opened;
        }
        catch (TimeoutException failure)
        {
            throw Late(failure);
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
    public static async Task DoneAsync(Task asked, CancellationToken cancel)
    {
        try
        {
            await asked.WaitAsync(Limit, cancel);
        }
        catch (TimeoutException failure)
        {
            throw Late(failure);
        }
    }

    private static IOException Late(TimeoutException failure) => new($"The broker did not answer in {Limit.TotalSeconds} s.", failure);
}

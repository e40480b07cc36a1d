namespace Klotho;

/// <summary>How this process delivers messages and calls other units.</summary>
public sealed class KlothoOptions
{
    /// <summary>How many messages a subscription handles at once in this process. 4 by default.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>How often a message is tried before it goes to the dead letters. 5 by default.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The wait before each next attempt; the last one stands for all that follow. 200 ms, 1 s, 5 s by default.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; set; } =
        [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    /// <summary>
    /// How long after its process has died a message that was being handled is delivered again. 30 s by default. A
    /// handler may take longer: a living process renews its lease.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a call to another unit may take. 30 s by default.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

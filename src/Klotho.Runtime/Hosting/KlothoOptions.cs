namespace Klotho;

/// <summary>How this process delivers messages and calls other units.</summary>
public sealed class KlothoOptions
{
    /// <summary>How many messages a subscription handles at once in this process. 4 by default.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>
    /// How often a message is tried before it goes to the dead letters. 5 by default. A topic's own number, which deployments
    /// set as <c>Klotho:MaxAttempts:{topic}</c>, holds above it.
    /// </summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The wait before each next attempt; the last one stands for all that follow. 200 ms, 1 s, 5 s by default.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; set; } =
        [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    /// <summary>The wait after an attempt that failed; 1 is the first.</summary>
    public TimeSpan DelayAfter(int attempt) => RetryDelays is { Count: > 0 } delays ? delays[Math.Clamp(attempt, 1, delays.Count) - 1] : TimeSpan.Zero;

    /// <summary>
    /// How long after its process has died a message that was being handled is delivered again. 30 s by default. A
    /// handler may take longer: a living process renews its lease.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long it is remembered that a message is done (<see cref="IdempotentAttribute"/>, and the inbox of a database): one that comes after it is handled again.
    /// From a day to 3,649 days. <see cref="Inbox.DefaultRetention"/>, 60 days, by default; <c>Klotho:Inbox:RetentionDays</c> holds above it.
    /// </summary>
    public TimeSpan InboxRetention { get; set; } = Inbox.DefaultRetention;

    /// <summary>How long a call to another unit may take. 30 s by default.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many calls in a row of one method of another unit may have no answer before further ones fail at once for <see cref="CallPause"/>,
    /// with the code <see cref="UnitCallException.Unavailable"/>. That the method threw is an answer. 5 by default; 0 lets every call through.
    /// </summary>
    public int CallsBeforePause { get; set; } = 5;

    /// <summary>How long a method that does not answer is spared; then one call is let through to see. 5 s by default.</summary>
    public TimeSpan CallPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a secret or a configuration value that is read by reference is kept before it is read again. 5 minutes by
    /// default.
    /// </summary>
    public TimeSpan ValueRefresh { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The names of assemblies, and the beginnings of names up to a dot, whose hosted services start in every process: what
    /// each process needs for itself, such as its server and its telemetry. All other hosted services are the application's
    /// and start where their class's unit runs, which is <c>main</c> where nothing says otherwise. <c>Microsoft</c>,
    /// <c>System</c>, <c>OpenTelemetry</c> and <c>Klotho.Runtime</c> by default.
    /// </summary>
    public IList<string> HostedInEveryUnit { get; } = ["Microsoft", "System", "OpenTelemetry", "Klotho.Runtime"];
}

namespace Klotho.Runtime.Tests.Servers;

/// <summary>A clock that a test sets forward. Its timers are the machine's.</summary>
internal sealed class SetClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}

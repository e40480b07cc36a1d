namespace Klotho.Runtime.Tests.Servers;

/// <summary>A clock whose timers go off ten times as early.</summary>
internal sealed class HastyClock : TimeProvider
{
    private const int Haste = 10;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Hasty(dueTime), Hasty(period));

    private static TimeSpan Hasty(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Haste;
}

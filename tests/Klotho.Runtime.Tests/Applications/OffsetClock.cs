namespace Klotho.Runtime.Tests.Applications;

/// <summary>A clock that goes on as time does, from another one: from when it is first asked, because an application may take longer to start than the next minute takes to come.</summary>
internal sealed class OffsetClock(DateTimeOffset start) : TimeProvider
{
    private long _began;

    public override DateTimeOffset GetUtcNow()
    {
        var now = System.GetTimestamp();
        var began = Interlocked.CompareExchange(ref _began, now, 0);
        return began == 0 ? start : start + System.GetElapsedTime(began, now);
    }
}

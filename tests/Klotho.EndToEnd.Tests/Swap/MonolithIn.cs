namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>One process that is all units.</summary>
public sealed class MonolithIn<TPlace>(TPlace place) : RunningDesk(place)
    where TPlace : Place
{
    private protected override Task<DeskHost> StartAsync() => DeskHost.WholeAsync(Place);
}

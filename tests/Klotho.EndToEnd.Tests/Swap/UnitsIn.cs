namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>A process for each unit.</summary>
public sealed class UnitsIn<TPlace>(TPlace place) : RunningDesk(place)
    where TPlace : Place
{
    private protected override Task<DeskHost> StartAsync() => DeskHost.SplitAsync(Place);
}

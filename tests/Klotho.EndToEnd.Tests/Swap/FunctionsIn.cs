namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>A process for each unit, those that are planned on Lambda as functions.</summary>
public sealed class FunctionsIn<TPlace>(TPlace place) : RunningDesk(place)
    where TPlace : Place
{
    private protected override Task<DeskHost> StartAsync() => DeskHost.SplitAsync(Place, withFunctions: true);
}

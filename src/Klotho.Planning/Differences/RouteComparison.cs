using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>Routes that came, went, are shown to the internet or hidden, ask callers for more or less, or are handled by another unit.</summary>
internal sealed class RouteComparison : IComparison
{
    public IEnumerable<PlanChange> Run(PlanLock before, PlanLock after) =>
        Pairs.Of(before.Routes.Items, after.Routes.Items, route => route.Id)
            .SelectMany(pair => pair switch
            {
                (_, { } old, { } now) => Compare(old, now),
                (_, null, { } now) => [Change("add", now, ChangeKind.Added, "", Place(now)) with { NewNode = now.Id, Effects = Widens(now.Gateways.Count > 0) }],
                (_, { } old, _) => [Change("remove", old, ChangeKind.Removed, Place(old), "") with { OldNode = old.Id }],
                _ => [],
            });

    private static IEnumerable<PlanChange> Compare(LockedRoute old, LockedRoute now)
    {
        if (old.Unit != now.Unit)
        {
            yield return Changed("move", now, $"{old.Unit}", $"{now.Unit}");
        }

        if (old.Gateways != now.Gateways)
        {
            var widens = now.Gateways.Items.Except(old.Gateways.Items).Any();
            yield return Changed(widens ? "expose" : "hide", now, Shown(old), Shown(now)) with { Effects = Widens(widens) };
        }

        // Where only other units and the laptop reach a route, dropping a demand shows it to nobody new.
        if (old.Demands != now.Demands)
        {
            var widens = now.Gateways.Count > 0 && old.Demands.Items.Except(now.Demands.Items).Any();
            yield return Changed("authorize", now, Asked(old), Asked(now)) with { Effects = Widens(widens), Subject = $"{now.Id.Name} callers" };
        }
    }

    private static PlanChange Changed(string verb, LockedRoute route, string before, string after) =>
        Change(verb, route, ChangeKind.Changed, before, after) with { OldNode = route.Id, NewNode = route.Id };

    private static PlanChange Change(string verb, LockedRoute route, ChangeKind kind, string before, string after) =>
        new(ChangeId.Of(verb, route.Id), ChangeArea.Route, kind, route.Id.Name, before, after);

    private static ChangeEffects Widens(bool widens) => widens ? ChangeEffects.Widening : ChangeEffects.None;

    private static string Place(LockedRoute route) => $"{route.Unit?.Name}, {Shown(route)}";

    private static string Asked(LockedRoute route) => route.Demands.Count == 0 ? "anybody" : string.Join(", ", route.Demands.Items);

    private static string Shown(LockedRoute route) => route.Gateways.Count == 0 ? "internal" : $"public at {string.Join(", ", route.Gateways.Items.Select(gateway => gateway.Name))}";
}

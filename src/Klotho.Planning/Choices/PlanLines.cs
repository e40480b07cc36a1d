using Klotho.Analysis.Collections;
using Klotho.Planning.Configuration;
using Klotho.Planning.Keys;
using Klotho.Planning.Locking;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Choices;

/// <summary>All that a plan must obey, as data: which lines of klotho.yaml and of the lock file hold.</summary>
internal sealed record PlanLines(EquatableArray<Setting> Directives, EquatableArray<Requirement> Requirements, PlanLock Lock)
{
    /// <summary>A requirement that candidates try to meet, but that no option must.</summary>
    public Requirement? Tolerated { get; init; }

    /// <summary>Where the entries of the lock file stand.</summary>
    public LockPlaces Places { get; init; } = LockPlaces.Nowhere;

    public static PlanLines Of(KlothoConfiguration configuration, PlanLock locked, LockPlaces places) =>
        new(configuration.Settings.Items.Where(IsDirective).ToEquatableArray(), configuration.Requirements, locked) { Places = places };

    /// <summary>
    /// Every line on its own: requirements, directives and pins of the lock file. What the lock file says of a node without data is none: it
    /// only tips the scales.
    /// </summary>
    public IReadOnlyList<PlanLine> Each() =>
    [
        .. Requirements.Items.Select(requirement => new PlanLine.Asked(requirement)),
        .. Directives.Items.Select(setting => new PlanLine.Directed(setting)),
        .. Lock.Nodes.Items.Where(node => node.Stateful).Select(Pin),
    ];

    /// <summary>What the lock file says of a node, as a line.</summary>
    public PlanLine.Locked Pin(LockedNode node) => new(node, Places.Of(node.Id));

    /// <summary>Only these lines, and nothing else that binds.</summary>
    public PlanLines Only(IReadOnlyList<PlanLine> lines) => new(
        lines.OfType<PlanLine.Directed>().Select(line => line.Setting).ToEquatableArray(),
        lines.OfType<PlanLine.Asked>().Select(line => line.Requirement).ToEquatableArray(),
        new PlanLock(lines.OfType<PlanLine.Locked>().Select(line => line.Node).ToEquatableArray()))
    {
        Places = Places,
    };

    /// <summary>All but one line.</summary>
    public PlanLines Without(PlanLine line) => this with
    {
        Directives = Directives.Items.Where(setting => line is not PlanLine.Directed directed || directed.Setting != setting).ToEquatableArray(),
        Requirements = Requirements.Items.Where(requirement => line is not PlanLine.Asked asked || asked.Requirement != requirement).ToEquatableArray(),
        Lock = line is PlanLine.Locked locked ? new(Lock.Nodes.Items.Where(node => node != locked.Node).ToEquatableArray()) : Lock,
    };

    private static bool IsDirective(Setting setting) =>
        !setting.Path.StartsWith(RequirementsKey.Name + ".", StringComparison.Ordinal) &&
        !setting.Path.StartsWith(ImportsKey.Name + ".", StringComparison.Ordinal) &&
        (setting.Path.EndsWith(".type", StringComparison.Ordinal) ||
         setting.Path.Contains(".infra_params.", StringComparison.Ordinal) ||
         setting.Path.Contains(".infra_params_by_type.", StringComparison.Ordinal));
}

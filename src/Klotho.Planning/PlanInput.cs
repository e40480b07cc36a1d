using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Configuration;
using Klotho.Planning.Locking;

namespace Klotho.Planning;

/// <summary>The graph, the operator's files in order of rising precedence (none at all is fine), and the catalogue.</summary>
public sealed record PlanInput(CapabilityGraph Graph, EquatableArray<ConfigurationFile> Files, PlanningCatalogue Catalogue)
{
    /// <summary>The environment that is planned for, where one is.</summary>
    public string? Environment { get; init; }

    /// <summary>Settings of the command line, each <c>KEY=VALUE</c>.</summary>
    public EquatableArray<string> Overrides { get; init; }

    /// <summary>How the application was planned before; empty the first time.</summary>
    public PlanLock Lock { get; init; } = PlanLock.Empty;

    /// <summary>Where the entries of the lock file stand, so that conflicts with it name its lines.</summary>
    public LockPlaces LockPlaces { get; init; } = LockPlaces.Nowhere;

    /// <summary>The day, so that old figures are reported; null where their age does not matter. It changes no plan.</summary>
    public DateOnly? Today { get; init; }
}

using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Requirements;

/// <summary>
/// One line of <c>requirements</c>: what must hold, for which node (no <see cref="Scope"/>: for the whole application),
/// and where that is written. Each kind derives its own record, with the value as a type.
/// </summary>
public abstract record Requirement(RequirementLine Line)
{
    /// <summary>Which one it is: <c>latency.p99</c>.</summary>
    public string Name => Line.Name;

    /// <summary>The dotted key: <c>requirements.execution_units.ocr.max_duration</c>.</summary>
    public string Path => Line.Setting.Path;

    public NodeId? Scope => Line.Scope;

    public SourceLocation KeyLocation => Line.Setting.KeyLocation;

    public SourceLocation Location => Line.Setting.Location;

    public Origin Origin => Line.Setting.Origin;

    /// <summary>The value as it is written: <c>300ms</c>.</summary>
    public string Value => Line.Text;

    /// <summary>
    /// What keeps one way of hosting one node from satisfying this, or null. Only for what a node can satisfy or miss
    /// alone: latency adds up along a path, cost over the application, and whoever adds up judges those.
    /// </summary>
    public virtual Shortfall? Judge(Variant variant, VariantContext context) => null;

    /// <summary>Adds what this asks candidates to offer.</summary>
    public virtual Wish Ask(Wish wish) => wish;

    /// <summary>Adds what this says of how much a node is used.</summary>
    public virtual Demand Use(Demand demand) => demand;

    protected Shortfall Misses(string gives, decimal gap) => new(this, gives, gap);
}

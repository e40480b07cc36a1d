using Klotho.Analysis.Graph;

namespace Klotho.Planning.Plans;

/// <summary>Where a value comes from.</summary>
public abstract record Origin
{
    /// <summary>The catalogue's own default.</summary>
    public sealed record CatalogueDefault : Origin
    {
        public override string ToString() => "default";
    }

    /// <summary>What the planner chose by cost; the decision says why.</summary>
    public sealed record Planned : Origin
    {
        public override string ToString() => "planned";
    }

    /// <summary>What the lock file holds.</summary>
    public sealed record Locked : Origin
    {
        public override string ToString() => "klotho.lock.json";
    }

    /// <summary>A line that somebody wrote, in klotho.yaml or in the code.</summary>
    public sealed record Written(SourceLocation Location) : Origin
    {
        public override string ToString() => Location.ToString();
    }

    /// <summary>An option on the command line.</summary>
    public sealed record CommandLine(string Option) : Origin
    {
        public override string ToString() => Option;
    }
}

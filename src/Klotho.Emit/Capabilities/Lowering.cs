using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities;

/// <summary>Turns the decision for one node into provider resources. One file per candidate derives this.</summary>
public abstract class Lowering
{
    /// <summary>The candidate that this lowers.</summary>
    public abstract CandidateType Candidate { get; }
}

using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;

namespace Klotho.Planning.Requirements;

/// <summary>A key of a kind of requirement that takes a value.</summary>
/// <param name="Key">Its name under the kind's key; empty where the value stands at the kind's key itself.</param>
/// <param name="Aspects">What a node must have for it to mean something there; null where only the application can have it.</param>
/// <param name="Spec">What may be written.</param>
/// <param name="Make">The requirement that a line becomes.</param>
public sealed record RequirementLeaf(string Key, Aspects? Aspects, KeySpec Spec, Func<RequirementLine, Requirement> Make)
{
    /// <summary>Whether what is asked of the application is asked of each of its nodes; a budget is not.</summary>
    public bool HoldsForEach { get; init; } = true;

    /// <summary>Whether it means something for nodes of that capability.</summary>
    public bool Fits(HostedCapability capability) => Aspects is { } needed && (capability.Aspects & needed) == needed;
}

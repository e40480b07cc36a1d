using Klotho.Analysis.Collections;

namespace Klotho.Emit.Output;

/// <summary>Everything that a compile writes, sorted by path.</summary>
public sealed record OutputTree(EquatableArray<OutputFile> Files)
{
    /// <summary>What they were made from; every file carries it, as far as its format allows.</summary>
    public InputDigest Input { get; init; }
}

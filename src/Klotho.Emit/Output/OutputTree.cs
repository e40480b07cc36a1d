using Klotho.Analysis.Collections;

namespace Klotho.Emit.Output;

/// <summary>Everything that a compile writes, sorted by path.</summary>
public sealed record OutputTree(EquatableArray<OutputFile> Files);

using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Attribution;

/// <summary>The source files that decide what a unit does, sorted. A change to no other file of the program changes the unit's code.</summary>
public sealed record UnitFiles(NodeId Unit, EquatableArray<SourcePath> Files);

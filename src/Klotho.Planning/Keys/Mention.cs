using Klotho.Analysis.Graph;

namespace Klotho.Planning.Keys;

/// <summary>An id that a file names under the section of a capability; whether the code declares it is for the planner to check.</summary>
public sealed record Mention(NodeId Node, string Section, SourceLocation Location);

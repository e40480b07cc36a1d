using Klotho.Analysis.Graph;

namespace Klotho.Planning.Requirements;

/// <summary>
/// One line of <c>requirements</c>: what must hold, for which node (null: for the whole application), and where that is written.
/// <paramref name="Path"/> is the dotted key: <c>requirements.execution_units.ocr.max_duration</c>.
/// </summary>
public abstract record Requirement(string Path, NodeId? Scope, SourceLocation KeyLocation, SourceLocation Location);

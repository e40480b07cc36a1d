using Klotho.Analysis.Graph;

namespace Klotho.Planning.Configuration;

/// <summary>The text of a klotho.yaml (read by the command line; nothing here reads files) and the path to report.</summary>
public sealed record ConfigurationFile(SourcePath Path, string Text);

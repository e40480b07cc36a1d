using Klotho.Analysis.Graph;

namespace Klotho.Planning.Keys;

/// <summary>What a file says for one environment: settings with their paths as they would stand at the top.</summary>
public sealed record EnvironmentFindings(string Name, SourceLocation Location, IReadOnlyList<Setting> Settings);

using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Differences;
using Klotho.Planning.Editing;

namespace Klotho.Cli.Editing;

/// <summary>What an edit came to.</summary>
/// <param name="Target">The file as it was.</param>
/// <param name="Edit">The key and the file's text afterwards.</param>
/// <param name="Written">Whether it was written.</param>
internal sealed record EditOutcome(EditTarget Target, SettingEdit Edit, bool Written)
{
    public SourceRoot Root { get; init; } = SourceRoot.None;

    public IReadOnlyList<KlothoDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>In what the plans before and after differ; null where there are not both.</summary>
    public PlanDifferences? Differences { get; init; }

    /// <summary>Why there is nothing to compare, if so.</summary>
    public string Uncompared { get; init; } = "";
}

using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Editing;
using Klotho.Planning.Plans;

namespace Klotho.Cli.Editing;

/// <summary>What an edit came to.</summary>
/// <param name="Target">The file as it was.</param>
/// <param name="Edit">The key and the file's text afterwards.</param>
/// <param name="Written">Whether it was written.</param>
internal sealed record EditOutcome(EditTarget Target, SettingEdit Edit, bool Written)
{
    public SourceRoot Root { get; init; } = SourceRoot.None;

    public IReadOnlyList<KlothoDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>The plan before; null where there is none to compare.</summary>
    public Plan? Before { get; init; }

    public Plan? After { get; init; }

    /// <summary>Why there is nothing to compare, if so.</summary>
    public string Uncompared { get; init; } = "";

    public EquatableArray<EditEffect> Effects => Before is not null && After is not null ? EditEffects.Between(Before, After) : default;
}

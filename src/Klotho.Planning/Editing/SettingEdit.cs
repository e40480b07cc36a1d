using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Planning.YamlEditing;

namespace Klotho.Planning.Editing;

/// <summary>What became of the wish to set a key, or to take one away.</summary>
/// <param name="Path">The key as the file spells it.</param>
/// <param name="Text">The file's text afterwards; as it was, where the wish was refused.</param>
/// <param name="Mistake">What is wrong with the wish, as sentences; empty where nothing is.</param>
/// <param name="Diagnostics">What would be wrong with the text afterwards that was not before, or what keeps it from being edited.</param>
public sealed record SettingEdit(KeyPath Path, string Text, string Mistake, EquatableArray<KlothoDiagnostic> Diagnostics)
{
    /// <summary>What to do first, where that is known; empty elsewhere.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Whether the text may be written.</summary>
    public bool IsAllowed => Mistake.Length == 0 && Diagnostics.Items.All(found => found.Rule.Severity != Severity.Error);
}

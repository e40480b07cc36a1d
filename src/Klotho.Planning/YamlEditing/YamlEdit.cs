namespace Klotho.Planning.YamlEditing;

/// <summary>The text after an edit; the text as it was where the edit was refused.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Refusal">Why nothing was changed, if so.</param>
/// <param name="At">The key that is in the way, where one is.</param>
public sealed record YamlEdit(string Text, EditRefusal Refusal, KeyPath? At = null);

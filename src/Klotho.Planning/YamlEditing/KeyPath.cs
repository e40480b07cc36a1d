using Klotho.Analysis.Collections;

namespace Klotho.Planning.YamlEditing;

/// <summary>The keys that lead to a value from the root of a file: <c>execution_units.ocr.type</c>. No key of klotho.yaml holds a dot.</summary>
public readonly record struct KeyPath(EquatableArray<string> Keys)
{
    public int Count => Keys.Count;

    /// <summary>The path that dots separate, or null where there is a key without a letter.</summary>
    public static KeyPath? Parse(string dotted) =>
        dotted.Split('.') is var keys && keys.All(key => key.Length > 0 && !key.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter)))
            ? new(keys.ToEquatableArray())
            : null;

    /// <summary>This path below another.</summary>
    public KeyPath Under(params string[] above) => new(above.Concat(Keys.Items).ToEquatableArray());

    /// <summary>The first keys of it.</summary>
    public KeyPath Take(int count) => new(Keys.Items.Take(count).ToEquatableArray());

    public override string ToString() => string.Join('.', Keys);
}

using Klotho.Planning.Yaml;

namespace Klotho.Planning.YamlEditing;

/// <summary>What a tree sets, key by key: two texts that set the same mean the same.</summary>
internal static class SetValues
{
    /// <summary>Every value with the path of its key, and whether it is a text.</summary>
    public static SortedDictionary<string, string> Of(YamlNode? root)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (root is not null)
        {
            Add(values, "", root);
        }

        return values;
    }

    public static string Of(YamlNode value, string whereNothing) => value switch
    {
        YamlScalar { IsNothing: true } => whereNothing,
        YamlScalar scalar => $"{(scalar.IsText ? "text" : "plain")} {scalar.Text}",
        YamlSequence list => $"list {string.Join('\n', list.Items.Items.Select(item => Of(item, "nothing")))}",
        _ => whereNothing,
    };

    private static void Add(SortedDictionary<string, string> values, string path, YamlNode node)
    {
        if (node is YamlMapping mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                Add(values, path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}", entry.Value);
            }
        }
        else if (Of(node, "") is { Length: > 0 } value)
        {
            values[path] = value;
        }
    }
}

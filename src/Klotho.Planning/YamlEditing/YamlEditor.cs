using Klotho.Planning.Yaml;

namespace Klotho.Planning.YamlEditing;

/// <summary>
/// Sets or takes away one key of a YAML text and leaves every other letter as it is: comments, order, indentation, quotes,
/// line breaks and the byte order mark. What comes out is read again before it is given back.
/// </summary>
public static class YamlEditor
{
    private const char ByteOrderMark = '\ufeff';

    /// <summary>The node at the path, where the text sets one; the root for an empty path.</summary>
    public static YamlNode? Find(string text, KeyPath path)
    {
        var root = YamlReader.Run(new(""), text).Root;
        return path.Count == 0 || root is null ? root : Way(root, path) is { } way && way.Count == path.Count ? way[^1].Entry.Value : null;
    }

    /// <summary>Every key that holds a value, sorted.</summary>
    public static IEnumerable<string> Keys(string text) => SetValues.Of(YamlReader.Run(new(""), text).Root).Keys;

    /// <summary>Writes a value (a scalar, or a list of scalars) behind the key; makes the keys above it where they are missing.</summary>
    public static YamlEdit Set(string text, KeyPath path, YamlNode value) => Edit(text, source =>
    {
        var way = source.Root is { } root ? Way(root, path) : [];
        var keys = path.Keys.Items.Skip(way.Count).ToList();
        if (keys.Count == 0)
        {
            return way[^1].Entry.Value is YamlMapping { Entries.Count: > 0 } ? (null, EditRefusal.HoldsKeys, path) : Done(ValueReplacement.Of(way[^1].Entry, source, value));
        }

        var inBraces = way.Count > 0 && source.IsFlow(way[^1].Mapping);
        return (way.Count == 0 ? source.Root : way[^1].Entry.Value) switch
        {
            YamlMapping mapping => Done(EntryInsertion.Into(mapping, source, keys, value)),
            null or YamlScalar { IsNothing: true } when way.Count == 0 => Done(EntryInsertion.AtEnd(source, keys, value)),
            YamlScalar { IsNothing: true } => Done(EntryInsertion.Below(way[^1].Entry, inBraces, source, keys, value)),
            _ => (null, EditRefusal.HoldsValue, path.Take(way.Count)),
        };
    }, values =>
    {
        Remove(values, path);
        values[$"{path}"] = SetValues.Of(value, "");
    });

    /// <summary>Takes the key away with all below it, and keys above it that hold nothing else (but the first <paramref name="kept"/>).</summary>
    public static YamlEdit Unset(string text, KeyPath path, int kept = 0) => Edit(text, source =>
    {
        var way = source.Root is { } root ? Way(root, path) : [];
        return way.Count < path.Count ? (null, EditRefusal.NotThere, path) : Done(EntryRemoval.Of(way, kept, source));
    }, values => Remove(values, path));

    private static (IEnumerable<TextChange>? Changes, EditRefusal Refusal, KeyPath? At) Done(IEnumerable<TextChange> changes) => (changes, EditRefusal.None, null);

    private static YamlEdit Edit(
        string text,
        Func<EditedText, (IEnumerable<TextChange>? Changes, EditRefusal Refusal, KeyPath? At)> edit,
        Action<SortedDictionary<string, string>> expect)
    {
        var mark = text.StartsWith(ByteOrderMark) ? 1 : 0;
        var visible = text[mark..];
        var read = YamlReader.Run(new(""), visible);
        if (read.Diagnostics.Count > 0)
        {
            return new(text, EditRefusal.Unreadable);
        }

        var (changes, refusal, at) = edit(new(visible, read.Root));
        if (changes is null)
        {
            return new(text, refusal, at);
        }

        var expected = SetValues.Of(read.Root);
        expect(expected);
        var edited = TextChange.Apply(visible, changes);
        var after = YamlReader.Run(new(""), edited);
        return after.Diagnostics.Count == 0 && SetValues.Of(after.Root).SequenceEqual(expected)
            ? new(text[..mark] + edited, EditRefusal.None)
            : new(text, EditRefusal.Entangled);
    }

    private static void Remove(SortedDictionary<string, string> values, KeyPath path)
    {
        foreach (var key in values.Keys.Where(key => key == $"{path}" || key.StartsWith($"{path}.", StringComparison.Ordinal)).ToList())
        {
            values.Remove(key);
        }
    }

    /// <summary>As far as the text has the path's keys.</summary>
    private static List<(YamlMapping Mapping, YamlEntry Entry)> Way(YamlNode root, KeyPath path)
    {
        var way = new List<(YamlMapping, YamlEntry)>();
        var node = root;
        foreach (var key in path.Keys)
        {
            if (node is not YamlMapping mapping || mapping.Entries.Items.FirstOrDefault(entry => entry.Key.Text == key) is not { } entry)
            {
                break;
            }

            way.Add((mapping, entry));
            node = entry.Value;
        }

        return way;
    }
}

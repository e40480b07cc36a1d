using Klotho.Planning.Yaml;
using Klotho.Planning.YamlEditing;

namespace Klotho.Compiler.Tests.Planning.YamlEditing;

/// <summary>What holds for every text and every key, on thousands of random ones.</summary>
public sealed class YamlEditorProperties
{
    private const int Texts = 4000;

    [Fact]
    public void What_is_set_is_found_and_all_else_and_every_comment_stays()
    {
        var edited = 0;
        Each((text, path, value) =>
        {
            var edit = YamlEditor.Set(text, path, value);
            if (edit.Refusal is EditRefusal.HoldsKeys or EditRefusal.HoldsValue)
            {
                return;
            }

            edited++;
            Assert.Equal(EditRefusal.None, edit.Refusal);
            Assert.Equal(Shown(value), Shown(YamlEditor.Find(edit.Text, path)));
            Assert.Equal(Others(text, path), Others(edit.Text, path));
            Assert.Equal(Comments(text), Comments(edit.Text));
            Assert.Equal(edit.Text, YamlEditor.Set(edit.Text, path, value).Text);
        });
        Assert.InRange(edited, Texts / 4, Texts);
    }

    [Fact]
    public void What_is_set_and_taken_away_again_was_never_there()
    {
        var (same, equal) = (0, 0);
        Each((text, path, value) =>
        {
            var set = YamlEditor.Set(text, path, value);
            if (set.Refusal != EditRefusal.None || YamlEditor.Find(text, path) is not null)
            {
                return;
            }

            var unset = YamlEditor.Unset(set.Text, path);
            Assert.Equal(EditRefusal.None, unset.Refusal);
            if (path.Count == 1 || YamlEditor.Find(text, path.Take(path.Count - 1)) is YamlMapping { Entries.Count: > 0 })
            {
                same++;
                Assert.Equal(text, unset.Text);
            }
            else
            {
                equal++;
                Assert.Equal(Others(text, path), Others(unset.Text, path));
            }
        });
        Assert.True(same > Texts / 10 && equal > Texts / 10, $"{same} times the text, {equal} times the settings");
    }

    [Fact]
    public void What_is_taken_away_is_gone_and_all_else_and_every_comment_stays()
    {
        var edited = 0;
        Each((text, path, _) =>
        {
            var edit = YamlEditor.Unset(text, path);
            if (edit.Refusal == EditRefusal.NotThere || YamlEditor.Find(text, path) is YamlMapping)
            {
                return;
            }

            edited++;
            Assert.Equal(EditRefusal.None, edit.Refusal);
            Assert.Null(YamlEditor.Find(edit.Text, path));
            Assert.Equal(Others(text, path), Others(edit.Text, path));
            Assert.Equal(Comments(text), Comments(edit.Text));
        });
        Assert.InRange(edited, Texts / 20, Texts);
    }

    private static void Each(Action<string, KeyPath, YamlNode> check)
    {
        var random = new RandomYaml(new Random(20261122));
        for (var count = 0; count < Texts; count++)
        {
            var (text, path, value) = (random.Next(), KeyPath.Parse(random.Path()), YamlReader.Run(new(""), random.Value()).Root);
            if (path is { } key && value is not null && YamlReader.Run(new(""), text).Diagnostics.Count == 0)
            {
                check(text, key, value);
            }
        }
    }

    /// <summary>Every setting that is not the path's and not below it.</summary>
    private static List<string> Others(string text, KeyPath path)
    {
        var found = new List<string>();
        Gather(YamlReader.Run(new(""), text).Root, "", found);
        return [.. found.Where(line => !line.StartsWith($"{path} ", StringComparison.Ordinal) && !line.StartsWith($"{path}.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private static void Gather(YamlNode? node, string path, List<string> found)
    {
        if (node is YamlMapping mapping)
        {
            mapping.Entries.Items.ToList().ForEach(entry => Gather(entry.Value, path.Length == 0 ? entry.Key.Text : $"{path}.{entry.Key.Text}", found));
        }
        else if (Shown(node) is { Length: > 0 } value)
        {
            found.Add($"{path} {value}");
        }
    }

    private static string Shown(YamlNode? node) => node switch
    {
        YamlScalar { IsNothing: true } or null => "",
        YamlScalar scalar => scalar.IsText ? $"'{scalar.Text}'" : scalar.Text,
        YamlSequence list => $"[{string.Join("; ", list.Items.Items.Select(Shown))}]",
        _ => "{}",
    };

    private static List<string> Comments(string text) => [.. text.Split('\n').Select(line => line.Trim('\ufeff', '\r')).Where(line => line.TrimStart().StartsWith('#'))];
}

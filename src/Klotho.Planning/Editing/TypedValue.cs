using Klotho.Planning.Keys;
using Klotho.Planning.Yaml;
using Klotho.Planning.YamlEditing;

namespace Klotho.Planning.Editing;

/// <summary>A value as somebody types it in a shell, where quotes get lost: <c>16</c> is a number to a key that takes one, else a text.</summary>
/// <param name="Value">What to write.</param>
/// <param name="Key">The key that it sets: a requirement's short form stands for one of its keys.</param>
internal sealed record TypedValue(YamlNode Value, KeyPath Key)
{
    public static TypedValue Read(KeyPath key, string typed, MappingKey model)
    {
        var nowhere = new YamlScalar(new(new(""), 1, 1, 1, 1), typed, Plain: false);
        var yaml = YamlReader.Run(new(""), typed);
        YamlNode[] readings = yaml.Diagnostics.Count == 0 && yaml.Root is { } root && IsValue(root) ? [root, nowhere] : [nowhere];
        foreach (var reading in readings)
        {
            var findings = new KeyFindings();
            model.Check(new KeyPlace("", nowhere.Location), Nest(key, reading), findings);
            if (findings.Diagnostics.Count == 0)
            {
                return new(reading, findings.Settings is [var only] && KeyPath.Parse(only.Path) is { } path ? path : key);
            }
        }

        return new(readings[0], key);
    }

    private static bool IsValue(YamlNode node) => node switch
    {
        YamlScalar scalar => !scalar.IsNothing,
        YamlSequence list => list.Items.Items.All(item => item is YamlScalar { IsNothing: false }),
        _ => false,
    };

    /// <summary>A tree that sets nothing else.</summary>
    public static YamlNode Nest(KeyPath path, YamlNode value) => path.Keys.Items.Reverse().Aggregate(value, (below, key) =>
        new YamlMapping(value.Location, new([new(new(value.Location, key, Plain: true), below)])));
}

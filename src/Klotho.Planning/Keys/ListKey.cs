using Klotho.Analysis.Collections;
using Klotho.Planning.Plans;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>A key with one of the names, or a list of them. A file replaces the whole list of the one before.</summary>
public sealed record ListKey(string Description, string Noun, EquatableArray<string> Names) : KeySpec(Description)
{
    private const string Separator = ", ";

    private readonly ScalarKey item = new(Description, new ParameterValue.Text(""), HasDefault: false,
        Choices: Names.Items.Select(ParameterValue (name) => new ParameterValue.Text(name)).ToEquatableArray());

    /// <summary>The names that a setting of such a key holds.</summary>
    public static IReadOnlyList<string> Parse(string text) => text.Split(Separator);

    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        IReadOnlyList<YamlNode> items = value is YamlSequence list ? list.Items : [value];
        if (items.Count == 0 || items.Any(one => one is not YamlScalar { IsText: true }))
        {
            findings.WrongKind(place, value, $"{Noun} or a list of them", $"Write names such as `[{Spelling.List([.. Names.Items.Take(2)]).Replace("`", "", StringComparison.Ordinal)}]`.");
            return;
        }

        var mistakes = findings.Diagnostics.Count;
        foreach (var one in items.OfType<YamlScalar>())
        {
            if (item.Refusal(new ParameterValue.Text(one.Text)) is { } wanted)
            {
                findings.Diagnostics.Add(KeyRules.NotAllowed.At(one.Location, place.Path, one.Text, wanted));
            }
        }

        if (findings.Diagnostics.Count == mistakes)
        {
            var text = string.Join(Separator, items.OfType<YamlScalar>().Select(one => one.Text));
            findings.Settings.Add(new(place.Path, new ParameterValue.Text(text), place.Location, value is YamlScalar ? value.Location : place.Location));
        }
    }

    public override void WriteSchema(SchemaWriter schema) => schema.OneOrList(Description, item);
}

using Klotho.Analysis.Collections;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>A key with a closed set of keys below it.</summary>
public record MappingKey(string Description, EquatableArray<NamedKey> Keys) : KeySpec(Description)
{
    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        foreach (var entry in findings.Entries(place, value) ?? [])
        {
            if (Keys.Items.FirstOrDefault(key => key.Name == entry.Key.Text) is { } known)
            {
                known.Spec.Check(place.Under(entry.Key), entry.Value, findings);
            }
            else
            {
                ReportUnknown(place, entry.Key, findings);
            }
        }
    }

    public override void WriteSchema(SchemaWriter schema)
    {
        schema.ClosedMapping(Description, () =>
        {
            foreach (var key in Keys)
            {
                schema.Member(key.Name, key.Spec);
            }
        });
    }

    protected virtual void ReportUnknown(KeyPlace place, YamlScalar key, KeyFindings findings)
    {
        var known = Keys.Items.Select(named => named.Name).ToArray();
        findings.Diagnostics.Add(KeyRules.UnknownKey.At(key.Location, key.Text, place.Title, Spelling.Hint(key.Text, known, "Remove it.")));
    }
}

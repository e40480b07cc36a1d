using Klotho.Planning.Catalogue;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>The section of a capability: the same thing for each id of a node.</summary>
public sealed record EntriesKey(HostedCapability Capability, string Description, KeySpec Entry) : KeySpec(Description)
{
    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        foreach (var entry in findings.Entries(place, value) ?? [])
        {
            findings.Mentions.Add(new(new(Capability.Kind, entry.Key.Text), place.Path, entry.Key.Location));
            Entry.Check(place.Under(entry.Key), entry.Value, findings);
        }
    }

    public override void WriteSchema(SchemaWriter schema) => schema.Entries(Description, Entry);
}

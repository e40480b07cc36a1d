using Klotho.Planning.Catalogue;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>The section of a capability: directives by the id of a node.</summary>
public sealed record EntriesKey(HostedCapability Capability) : KeySpec(Capability.Description)
{
    private readonly DirectiveKey directive = new(Capability);

    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        foreach (var entry in findings.Entries(place, value) ?? [])
        {
            findings.Mentions.Add(new(new(Capability.Kind, entry.Key.Text), place.Path, entry.Key.Location));
            directive.Check(place.Under(entry.Key), entry.Value, findings);
        }
    }

    public override void WriteSchema(SchemaWriter schema) => schema.Entries(Description, directive);
}

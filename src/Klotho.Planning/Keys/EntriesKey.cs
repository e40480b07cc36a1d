using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>A section of a capability: the same thing for each id of a node. Its settings are those of the section <paramref name="Home"/>.</summary>
public sealed record EntriesKey(HostedCapability Capability, string Description, KeySpec Entry, EquatableArray<string> Home) : KeySpec(Description)
{
    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        var found = new KeyFindings();
        foreach (var entry in findings.Entries(place, value) ?? [])
        {
            found.Mentions.Add(new(new(Capability.Kind, entry.Key.Text), place.Path, entry.Key.Location));
            Entry.Check(place.Under(entry.Key), entry.Value, found);
        }

        var home = place.Path[..^string.Join('.', Capability.Section).Length] + string.Join('.', Home);
        findings.Mentions.AddRange(found.Mentions);
        findings.Diagnostics.AddRange(found.Diagnostics);
        findings.Settings.AddRange(found.Settings.Select(setting => setting with { Path = home + setting.Path[place.Path.Length..] }));
    }

    public override void WriteSchema(SchemaWriter schema) => schema.Entries(Description, Entry);
}

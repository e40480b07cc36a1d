using Klotho.Planning.Catalogue;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>What an operator may say about one node: the type that hosts it and the parameters of that type.</summary>
public sealed record DirectiveKey(HostedCapability Capability) : KeySpec($"How one of the {Capability.Noun} is hosted.")
{
    private const string ParametersDescription = "Parameters of the type; without a type here, of the one in effect.";

    private readonly TypeKey type = new(Capability);

    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        var entries = findings.Entries(place, value) ?? [];
        var written = entries.FirstOrDefault(entry => entry.Key.Text == "type")?.Value as YamlScalar;
        foreach (var entry in entries)
        {
            var under = place.Under(entry.Key);
            switch (entry.Key.Text)
            {
                case "type":
                    type.Check(under, entry.Value, findings);
                    break;
                case "infra_params":
                    CheckParameters(under, entry.Value, written, findings);
                    break;
                default:
                    findings.Diagnostics.Add(KeyRules.UnknownKey.At(
                        entry.Key.Location, entry.Key.Text, place.Title, Spelling.Hint(entry.Key.Text, ["type", "infra_params"], "")));
                    break;
            }
        }
    }

    public override void WriteSchema(SchemaWriter schema)
    {
        schema.ClosedMapping(Description, () =>
        {
            schema.Member("type", type);
            schema.AnyOf("infra_params", ParametersDescription, Capability);
        });
        schema.WhereType(Capability, "infra_params");
    }

    private void CheckParameters(KeyPlace place, YamlNode value, YamlScalar? written, KeyFindings findings)
    {
        if (written is not null)
        {
            // An unknown type has its own diagnostic; nothing can be said of its parameters.
            if (Capability.Find(written.Text) is { } candidate)
            {
                new ParametersKey(candidate).Check(place, value, findings);
            }

            return;
        }

        foreach (var entry in findings.Entries(place, value) ?? [])
        {
            CheckWithoutType(place, entry, findings);
        }
    }

    /// <summary>
    /// Without a type in the same mapping, another file may set it: the parameter must be right for one type at least.
    /// The planner checks it again, against the type in effect.
    /// </summary>
    private void CheckWithoutType(KeyPlace place, YamlEntry entry, KeyFindings findings)
    {
        var mapping = new YamlMapping(entry.Key.Location, new([entry]));
        KeyFindings? refused = null;
        foreach (var candidate in Capability.Candidates.Items.OrderByDescending(candidate => Has(candidate, entry.Key.Text)))
        {
            var tried = new KeyFindings();
            new ParametersKey(candidate).Check(place, mapping, tried);
            if (tried.Diagnostics.Count == 0)
            {
                findings.Settings.AddRange(tried.Settings);
                return;
            }

            refused ??= tried;
        }

        findings.Diagnostics.AddRange(refused?.Diagnostics ?? []);
    }

    private static bool Has(Candidate candidate, string parameter) => candidate.Parameters.Items.Any(known => known.Name == parameter);
}

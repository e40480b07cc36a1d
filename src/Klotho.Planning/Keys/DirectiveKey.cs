using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>What an operator may say about one node: the type that hosts it and the parameters of that type.</summary>
public sealed record DirectiveKey(HostedCapability Capability) : KeySpec($"How one of the {Capability.Noun} is hosted.")
{
    private const string ParametersDescription = "Parameters of the type; without a type here, of the one in effect.";

    private readonly TypeKey typeKey = new(Capability);

    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        var entries = findings.Entries(place, value) ?? [];
        var written = entries.FirstOrDefault(entry => entry.Key.Text == "type")?.Value as YamlScalar;
        if (written is null && Capability.Implied is { } implied)
        {
            findings.Settings.Add(new($"{place.Path}.type", new ParameterValue.Text(implied.Name), place.Location, place.Location));
        }

        foreach (var entry in entries)
        {
            var under = place.Under(entry.Key);
            switch (entry.Key.Text)
            {
                case "type":
                    typeKey.Check(under, entry.Value, findings);
                    break;
                case "infra_params":
                    CheckParameters(under, entry.Value, written?.Text ?? Capability.Implied?.Name, findings);
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
            schema.Member("type", typeKey);
            schema.AnyOf("infra_params", ParametersDescription, Capability);
        });
        schema.WhereType(Capability, "infra_params");
    }

    private void CheckParameters(KeyPlace place, YamlNode value, string? type, KeyFindings findings)
    {
        if (type is not null)
        {
            // An unknown type has its own diagnostic; nothing can be said of its parameters.
            if (Capability.Find(type) is { } candidate)
            {
                new ParametersKey(candidate).Check(place, value, findings);
            }

            return;
        }

        var mistakes = findings.Diagnostics.Count;
        foreach (var entry in findings.Entries(place, value) ?? [])
        {
            CheckWithoutType(place, entry, findings);
        }

        if (findings.Diagnostics.Count == mistakes)
        {
            findings.Diagnostics.AddRange(Together(place, value));
        }
    }

    /// <summary>Parameters that are right one by one may still belong to no type together: then what the nearest type refuses.</summary>
    private IEnumerable<KlothoDiagnostic> Together(KeyPlace place, YamlNode value) => Capability.Candidates.Items
        .Select(candidate =>
        {
            var tried = new KeyFindings();
            new ParametersKey(candidate).Check(place, value, tried);
            return tried.Diagnostics;
        })
        .MinBy(refused => refused.Count) ?? [];

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

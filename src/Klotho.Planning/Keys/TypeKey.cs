using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>The name of one of the capability's candidates.</summary>
public sealed record TypeKey(HostedCapability Capability) : KeySpec("The type that hosts it.")
{
    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        var known = Capability.Candidates.Items.Select(candidate => candidate.Type.Name).ToArray();
        if (value is not YamlScalar { IsText: true } written)
        {
            findings.WrongKind(place, value, "the name of a type", $"Known here: {Spelling.List(known)}.");
        }
        else if (Capability.Find(written.Text) is null)
        {
            findings.Diagnostics.Add(KeyRules.UnknownType.At(
                written.Location, written.Text, Capability.Noun, Spelling.Hint(written.Text, known, "")));
        }
        else
        {
            findings.Settings.Add(new(place.Path, new ParameterValue.Text(written.Text), place.Location, written.Location));
        }
    }

    public override void WriteSchema(SchemaWriter schema)
    {
        schema.Text("description", $"{Description} {string.Join(" ", Capability.Candidates.Items.Select(candidate => $"{candidate.Type}: {candidate.Title}."))}");
        schema.Values("enum", Capability.Candidates.Items.Select(ParameterValue (candidate) => new ParameterValue.Text(candidate.Type.Name)).ToEquatableArray());
        schema.Value("default", new ParameterValue.Text(Capability.Default.Type.Name));
    }
}

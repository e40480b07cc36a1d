using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>A spec that stands at several places: the schema has it once, under <c>$defs</c>, by its name.</summary>
public sealed record SharedKey(string Name, KeySpec Spec) : KeySpec(Spec.Description)
{
    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings) => Spec.Check(place, value, findings);

    public override void WriteSchema(SchemaWriter schema) => schema.Text("$ref", $"#/$defs/{Name}");
}

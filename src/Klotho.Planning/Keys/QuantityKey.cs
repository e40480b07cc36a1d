using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>A key with an amount. <paramref name="Example"/> is one in the unit that a number without any most likely means.</summary>
public sealed record QuantityKey(string Description, QuantityFormat Format, string Example) : KeySpec(Description)
{
    private IReadOnlyList<string> Units => [.. Format.Units.Items.Select(unit => unit.Name)];

    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        if (value is not YamlScalar { IsNothing: false } scalar)
        {
            findings.WrongKind(place, value, Format.Noun, $"Write it behind the colon, such as `{Example}`.");
            return;
        }

        var read = Format.Read(scalar.Text);
        if (read.Fault == QuantityFault.None)
        {
            findings.Settings.Add(new(place.Path, new ParameterValue.Text(scalar.Text), place.Location, scalar.Location));
            return;
        }

        findings.Diagnostics.Add(read.Fault switch
        {
            QuantityFault.NoUnit => QuantityRules.UnitMissing.At(scalar.Location, place.Path, scalar.Text, WithUnit(read.Number), UnitsHint),
            QuantityFault.UnknownUnit => QuantityRules.UnknownUnit.At(scalar.Location, place.Path, scalar.Text, read.Unit, Spelling.Hint(read.Unit, Units, "")),
            QuantityFault.NumberNotAllowed => QuantityRules.NumberNotAllowed.At(
                scalar.Location, place.Path, scalar.Text, read.Unit, Format.Units.Items.First(unit => unit.Name == read.Unit).NumberMeaning),
            _ => QuantityRules.NoQuantity.At(scalar.Location, place.Path, Format.Noun, Example, scalar.Text, UnitsHint),
        });
    }

    public override void WriteSchema(SchemaWriter schema)
    {
        schema.Text("description", $"{Description} For example: {Example}. {UnitsHint}");
        schema.Text("type", "string");
        schema.Text("pattern", Format.Pattern);
    }

    /// <summary>Which units there are, for a sentence.</summary>
    public string UnitsHint => Units.Count == 1 ? $"The unit is `{Units[0]}`." : $"The units are {Spelling.List(Units)}.";

    private string WithUnit(string number) => number + Example[Format.Read(Example).Number.Length..];
}

using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Schema;

/// <summary>Compares values with the types that a provider declares.</summary>
internal static class InputCheck
{
    /// <summary>The name of a property that stands for all that have no declaration.</summary>
    private const string Any = "*";

    /// <param name="value">The inputs.</param>
    /// <param name="owner">What has the inputs: a resource's or function's token, or a nested type's name.</param>
    /// <param name="properties">Its declaration.</param>
    /// <param name="where">Where the value stands, for messages.</param>
    /// <param name="schema">The providers' declarations.</param>
    public static IEnumerable<string> Problems(InputValue.Map value, string owner, EquatableArray<PropertySchema> properties, string where, ProviderSchema schema)
    {
        foreach (var missing in properties.Items.Where(property => property is { Required: true, Name: not Any } && value.Entries.Items.All(entry => entry.Name != property.Name)))
        {
            yield return $"{where}: {missing.Name} is missing";
        }

        foreach (var entry in value.Entries.Items)
        {
            var property = properties.Items.FirstOrDefault(candidate => candidate.Name == entry.Name) ?? properties.Items.FirstOrDefault(candidate => candidate.Name == Any);
            var problems = property is null ? [$"{where}: there is no input {entry.Name}"]
                : property.Deprecated ? [$"{where}: the input {entry.Name} is deprecated"]
                : entry.Value is InputValue.Fraction && property.Type is SchemaType.Number && !CSharpSdk.Current.IsFraction(owner, entry.Name) ? [$"{where}.{entry.Name}: Fraction where a whole number is expected"]
                : Problems(entry.Value, property.Type, $"{where}.{entry.Name}", schema);
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Problems(InputValue value, SchemaType type, string where, ProviderSchema schema) => (value, type) switch
    {
        (InputValue.Text text, SchemaType.Text known) => schema.IsKnown(known, text.Value) ? [] : [$"{where}: {text.Value} is not one of {known.Known}"],
        (InputValue.Text or InputValue.Whole or InputValue.Reference, SchemaType.NumberOrText) => [],
        (InputValue.Text text, SchemaType.Enumeration set) =>
            schema.MemberOf(set.Name, text.Value) is null ? [$"{where}: {set.Name} has no {text.Value}"] : [],
        (InputValue.Whole or InputValue.Fraction, SchemaType.Number) or (InputValue.Truth, SchemaType.Truth) => [],
        (InputValue.List list, SchemaType.List expected) =>
            list.Items.Items.SelectMany((item, index) => Problems(item, expected.Item, $"{where}[{index}]", schema)),
        (InputValue.Map map, SchemaType.Map expected) =>
            map.Entries.Items.SelectMany(entry => Problems(entry.Value, expected.Item, $"{where}.{entry.Name}", schema)),
        (InputValue.Map map, SchemaType.Nested nested) => Problems(map, nested.Name, schema.Nested(nested.Name), where, schema),
        (InputValue.Json or InputValue.Interpolation or InputValue.Setting, SchemaType.Text) => [],
        (InputValue.Archive, SchemaType.Archive) or (InputValue.Asset, SchemaType.Asset) => [],
        // Whether the output itself has the right type, the compiler of the emitted program says.
        (InputValue.Reference or InputValue.Lookup, not SchemaType.Nested) => [],
        (_, SchemaType.Anything) => [],
        _ => [$"{where}: {value.GetType().Name} where {type.GetType().Name} is expected"],
    };
}

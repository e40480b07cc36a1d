using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Schema;

/// <summary>Compares values with the types that a provider declares.</summary>
internal static class InputCheck
{
    public static IEnumerable<string> Problems(InputValue.Map value, EquatableArray<PropertySchema> properties, string where, ProviderSchema schema)
    {
        foreach (var missing in properties.Items.Where(property => property.Required && value.Entries.Items.All(entry => entry.Name != property.Name)))
        {
            yield return $"{where}: {missing.Name} is missing";
        }

        foreach (var entry in value.Entries.Items)
        {
            var property = properties.Items.FirstOrDefault(candidate => candidate.Name == entry.Name);
            var problems = property is null ? [$"{where}: there is no input {entry.Name}"]
                : property.Deprecated ? [$"{where}: the input {entry.Name} is deprecated"]
                : Problems(entry.Value, property.Type, $"{where}.{entry.Name}", schema);
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Problems(InputValue value, SchemaType type, string where, ProviderSchema schema) => (value, type) switch
    {
        (InputValue.Text, SchemaType.Text) => [],
        (InputValue.Text text, SchemaType.Enumeration set) =>
            schema.MemberOf(set.Name, text.Value) is null ? [$"{where}: {set.Name} has no {text.Value}"] : [],
        (InputValue.Whole, SchemaType.Number) or (InputValue.Truth, SchemaType.Truth) => [],
        (InputValue.List list, SchemaType.List expected) =>
            list.Items.Items.SelectMany((item, index) => Problems(item, expected.Item, $"{where}[{index}]", schema)),
        (InputValue.Map map, SchemaType.Map expected) =>
            map.Entries.Items.SelectMany(entry => Problems(entry.Value, expected.Item, $"{where}.{entry.Name}", schema)),
        (InputValue.Map map, SchemaType.Nested nested) => Problems(map, schema.Nested(nested.Name), where, schema),
        (InputValue.Json or InputValue.Interpolation or InputValue.Setting, SchemaType.Text) => [],
        (InputValue.Archive, SchemaType.Archive) or (InputValue.Asset, SchemaType.Asset) => [],
        // Whether the output itself has the right type, the compiler of the emitted program says.
        (InputValue.Reference or InputValue.Lookup, not SchemaType.Nested) => [],
        (_, SchemaType.Anything) => [],
        _ => [$"{where}: {value.GetType().Name} where {type.GetType().Name} is expected"],
    };
}

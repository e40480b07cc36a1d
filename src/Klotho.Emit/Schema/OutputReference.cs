using System.Globalization;
using Klotho.Analysis.Collections;

namespace Klotho.Emit.Schema;

/// <summary>An output of a resource, and the way into it: <c>masterUserSecrets[0].secretArn</c>.</summary>
/// <param name="Output">The output's name.</param>
/// <param name="Steps">Members by name and items by number, after it.</param>
public sealed record OutputReference(string Output, EquatableArray<string> Steps)
{
    public static OutputReference Of(string text)
    {
        var parts = text.Replace("]", "", StringComparison.Ordinal).Split('.', '[');
        return new(parts[0], parts[1..].ToEquatableArray());
    }

    /// <summary>Whether a step is the number of an item.</summary>
    public static bool IsIndex(string step) => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>
    /// What the output and each step lead to, the output first: its declaration (an item's is its list's type) and the
    /// nested type that it is a member of. Null where the provider declares no such output.
    /// </summary>
    public EquatableArray<(string? Owner, PropertySchema Property)>? Resolve(ResourceSchema type, ProviderSchema schema)
    {
        if (Find(type.Outputs, Output) is not { } output)
        {
            return null;
        }

        var found = new List<(string?, PropertySchema)> { (type.Token.Value, output) };
        foreach (var step in Steps)
        {
            (string?, PropertySchema?) next = found[^1].Item2.Type switch
            {
                SchemaType.List list when IsIndex(step) => (null, new(step, list.Item, Required: true, Deprecated: false)),
                SchemaType.Nested nested when !IsIndex(step) => (nested.Name, Find(schema.NestedOutput(nested.Name), step)),
                _ => (null, null),
            };
            if (next.Item2 is not { } property)
            {
                return null;
            }

            found.Add((next.Item1, property));
        }

        return found.ToEquatableArray();
    }

    private static PropertySchema? Find(EquatableArray<PropertySchema> properties, string name) =>
        properties.Items.FirstOrDefault(candidate => candidate.Name == name && !candidate.Deprecated);
}

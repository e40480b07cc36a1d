using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Schema;

/// <summary>
/// What the providers' SDKs declare of the types that we use, read from the data file that
/// <c>scripts/refresh-provider-schema.mjs</c> extracts from their npm packages.
/// </summary>
public sealed class ProviderSchema
{
    private static readonly Lazy<ProviderSchema> Lazy = new(() => new(EmbeddedDocument.Read("aws.json")));

    private readonly Dictionary<string, ResourceSchema> resources;
    private readonly Dictionary<string, ResourceSchema> functions;
    private readonly Dictionary<string, EquatableArray<PropertySchema>> types;
    private readonly Dictionary<string, EquatableArray<(string Value, string Name)>> enums;

    private ProviderSchema(JsonDocument document)
    {
        var root = document.RootElement;
        Date = root.GetProperty("date").GetString() ?? "";
        Packages = root.GetProperty("packages").EnumerateObject().Select(package => (package.Name, package.Value.GetString() ?? "")).ToEquatableArray();
        resources = root.GetProperty("resources").EnumerateObject().ToDictionary(item => item.Name, Resource, StringComparer.Ordinal);
        functions = root.GetProperty("functions").EnumerateObject().ToDictionary(item => item.Name, Resource, StringComparer.Ordinal);
        types = root.GetProperty("types").EnumerateObject().ToDictionary(item => item.Name, item => Properties(item.Value), StringComparer.Ordinal);
        enums = root.GetProperty("enums").EnumerateObject().ToDictionary(
            item => item.Name,
            item => item.Value.EnumerateObject().Select(member => (member.Name, member.Value.GetString() ?? "")).ToEquatableArray(),
            StringComparer.Ordinal);
    }

    public static ProviderSchema Current => Lazy.Value;

    /// <summary>When the data file was extracted.</summary>
    public string Date { get; }

    /// <summary>The npm packages and versions that it was extracted from.</summary>
    public EquatableArray<(string Name, string Version)> Packages { get; }

    public IEnumerable<ResourceSchema> Resources => resources.Values;

    public IEnumerable<ResourceSchema> Functions => functions.Values;

    public IEnumerable<(string Name, EquatableArray<PropertySchema> Properties)> Types => types.Select(type => (type.Key, type.Value));

    public IEnumerable<(string Name, EquatableArray<(string Value, string Name)> Members)> Enums => enums.Select(item => (item.Key, item.Value));

    public ResourceSchema? FindResource(ProviderToken token) => resources.GetValueOrDefault(token.Value);

    public ResourceSchema? FindFunction(ProviderToken token) => functions.GetValueOrDefault(token.Value);

    public EquatableArray<PropertySchema> Nested(string name) => types[name];

    /// <summary>The name of an enumeration's member with the value, or null.</summary>
    public string? MemberOf(string enumeration, string value) =>
        enums[enumeration].Items.Where(member => member.Value == value).Select(member => member.Name).FirstOrDefault();

    private static ResourceSchema Resource(JsonProperty item) => new(
        new(item.Name),
        item.Value.TryGetProperty("inputs", out var inputs) ? Properties(inputs) : EquatableArray<PropertySchema>.Empty,
        Properties(item.Value.GetProperty("outputs")),
        item.Value.TryGetProperty("deprecated", out _));

    private static EquatableArray<PropertySchema> Properties(JsonElement element) =>
        element.EnumerateObject().Select(Property).ToEquatableArray();

    private static PropertySchema Property(JsonProperty item)
    {
        const string Mark = " deprecated";
        var text = item.Value.GetString() ?? "";
        var deprecated = text.EndsWith(Mark, StringComparison.Ordinal);
        text = deprecated ? text[..^Mark.Length] : text;
        var required = text.StartsWith('!');
        return new(item.Name, SchemaType.Parse(required ? text[1..] : text), required, deprecated);
    }
}

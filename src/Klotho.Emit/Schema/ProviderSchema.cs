using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Schema;

/// <summary>
/// What the providers' SDKs declare of the types that we use, read from the data files that
/// <c>scripts/refresh-provider-schema.mjs</c> extracts from their npm packages.
/// </summary>
public sealed class ProviderSchema
{
    private static readonly Lazy<ProviderSchema> Lazy = new(() => new());

    private readonly Lazy<SchemaFile> aws = new(() => new("aws.json"));
    private readonly Lazy<SchemaFile> kubernetes = new(() => new("kubernetes.json"));

    public static ProviderSchema Current => Lazy.Value;

    /// <summary>When the data files were extracted.</summary>
    public IEnumerable<string> Dates => Files.Select(file => file.Date);

    /// <summary>The npm packages and versions that they were extracted from.</summary>
    public IEnumerable<(string Name, string Version)> Packages => Files.SelectMany(file => file.Packages.Items);

    public IEnumerable<ResourceSchema> Resources => All("resources", (file, name) => file.Resource("resources", name)).OfType<ResourceSchema>();

    public IEnumerable<ResourceSchema> Functions => All("functions", (file, name) => file.Resource("functions", name)).OfType<ResourceSchema>();

    public IEnumerable<(string Name, EquatableArray<PropertySchema> Properties)> Types => All("types", (_, name) => (name, Nested(name)));

    public IEnumerable<(string Name, EquatableArray<PropertySchema> Properties)> OutputTypes => All("outputTypes", (_, name) => (name, NestedOutput(name)));

    public IEnumerable<(string Name, EquatableArray<(string Value, string Name)> Members)> Enums => All("enums", (_, name) => (name, Enumeration(name)));

    private IEnumerable<SchemaFile> Files => [aws.Value, kubernetes.Value];

    public ResourceSchema? FindResource(ProviderToken token) => FileOf(token.Value).Resource("resources", token.Value);

    public ResourceSchema? FindFunction(ProviderToken token) => FileOf(token.Value).Resource("functions", token.Value);

    /// <summary>The members of a nested type as an input.</summary>
    public EquatableArray<PropertySchema> Nested(string name) => FileOf(name).Nested("types", name) ?? throw Missing(name);

    /// <summary>The members of a nested type as an output.</summary>
    public EquatableArray<PropertySchema> NestedOutput(string name) => FileOf(name).Nested("outputTypes", name) ?? throw Missing(name);

    /// <summary>The name of an enumeration's member with the value, or null.</summary>
    public string? MemberOf(string enumeration, string value) =>
        Enumeration(enumeration).Items.Where(member => member.Value == value).Select(member => member.Name).FirstOrDefault();

    /// <summary>Whether a text is one of those that the provider names; true where it names none.</summary>
    public bool IsKnown(SchemaType.Text type, string value) => type.Known switch
    {
        null => true,
        var list when FileOf(list).Enumeration(list) is { } members => members.Items.Any(member => member.Value == value),
        var list => list.Split('|').Contains(value, StringComparer.Ordinal),
    };

    private EquatableArray<(string Value, string Name)> Enumeration(string name) => FileOf(name).Enumeration(name) ?? throw Missing(name);

    private IEnumerable<T> All<T>(string section, Func<SchemaFile, string, T> read) => Files.SelectMany(file => file.Names(section).Select(name => read(file, name)));

    private SchemaFile FileOf(string name) =>
        (name.StartsWith("kubernetes:", StringComparison.Ordinal) || name == "pulumi:providers:kubernetes" ? kubernetes : aws).Value;

    private static InvalidOperationException Missing(string name) => new($"{name} is not in the schema.");
}

using System.Collections.Concurrent;
using System.Text.Json;
using Klotho.Analysis.Collections;

namespace Klotho.Emit.Schema;

/// <summary>
/// One data file of declarations. A compile uses a few dozen of its entries, so an entry is read when it is asked for.
/// </summary>
internal sealed class SchemaFile
{
    private readonly JsonElement root;
    private readonly ConcurrentDictionary<(string Section, string Name), object?> read = new();

    public SchemaFile(string name)
    {
        root = EmbeddedDocument.Read(name).RootElement;
        Date = root.GetProperty("date").GetString() ?? "";
        Packages = Members(root.GetProperty("packages"));
    }

    public string Date { get; }

    public EquatableArray<(string Name, string Version)> Packages { get; }

    /// <summary>The names of what a section declares, in the order of the file, which is sorted.</summary>
    public IEnumerable<string> Names(string section) => root.GetProperty(section).EnumerateObject().Select(item => item.Name);

    /// <summary>A resource or function, or null where this file has none of that name.</summary>
    public ResourceSchema? Resource(string section, string name) => Find(section, name, static (token, item) => new ResourceSchema(
        new(token),
        item.TryGetProperty("inputs", out var inputs) ? Properties(inputs) : EquatableArray<PropertySchema>.Empty,
        Properties(item.GetProperty("outputs")),
        item.TryGetProperty("deprecated", out _)));

    public EquatableArray<PropertySchema>? Nested(string section, string name) => Find(section, name, static (_, item) => (object)Properties(item)) as EquatableArray<PropertySchema>?;

    public EquatableArray<(string Value, string Name)>? Enumeration(string name) => Find("enums", name, static (_, item) => (object)Members(item)) as EquatableArray<(string, string)>?;

    private T? Find<T>(string section, string name, Func<string, JsonElement, T> parse)
        where T : class => (T?)read.GetOrAdd((section, name), static (key, state) =>
            state.File.root.GetProperty(key.Section).TryGetProperty(key.Name, out var item) ? state.Parse(key.Name, item) : null, (File: this, Parse: parse));

    private static EquatableArray<(string Name, string Value)> Members(JsonElement element) =>
        element.EnumerateObject().Select(member => (member.Name, member.Value.GetString() ?? "")).ToEquatableArray();

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

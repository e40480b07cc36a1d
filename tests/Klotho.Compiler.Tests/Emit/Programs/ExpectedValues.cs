using System.Text.Json.Nodes;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Compiler.Tests.Emit.Programs;

/// <summary>
/// What stands for the values that only a deployment knows, the same for both SDKs: an output is called like itself
/// (<c>ocr-role.arn</c>), and so are what functions answer and what stacks configure.
/// </summary>
internal sealed class ExpectedValues
{
    private static readonly ProviderSchema Schema = ProviderSchema.Current;

    private readonly Dictionary<ResourceName, Resource> resources;
    private readonly ResourceGraph graph;

    public ExpectedValues(ResourceGraph graph)
    {
        this.graph = graph;
        resources = graph.Resources.Items.ToDictionary(resource => resource.Name);
        Outputs = new(All<InputValue.Reference>().GroupBy(reference => reference.Resource.Value).Select(KeyValuePair<string, JsonNode?> (group) =>
            new(group.Key, Merged(group.Select(reference => reference.Output).Distinct().Select(output => (output, Leaf(group.Key, output)))))));
        Results = new(All<InputValue.Lookup>().GroupBy(lookup => lookup.Function.Value).Select(KeyValuePair<string, JsonNode?> (group) =>
            new(group.Key, Merged(group.Select(lookup => (Path(lookup), (JsonNode?)Answer(lookup))).DistinctBy(item => item.Item1)))));
        Settings = new(All<InputValue.Setting>().DistinctBy(setting => setting.Key).Where(setting => setting.Default is null)
            .Select(KeyValuePair<string, JsonNode?> (setting) => new(setting.Key, Configured(setting))));
    }

    /// <summary>By resource: the outputs that something refers to.</summary>
    public JsonObject Outputs { get; }

    /// <summary>By function: what is used of its answer.</summary>
    public JsonObject Results { get; }

    /// <summary>What the stack configures: all that has no default.</summary>
    public JsonObject Settings { get; }

    /// <summary>The value that an input has in the end.</summary>
    public JsonNode? Resolve(InputValue value) => value switch
    {
        InputValue.Text text => text.Value,
        InputValue.Whole whole => whole.Value,
        InputValue.Fraction fraction => (double)fraction.Value,
        InputValue.Truth truth => truth.Value,
        InputValue.List list => new JsonArray([.. list.Items.Items.Select(Resolve)]),
        InputValue.Map map => new JsonObject(map.Entries.Items.Select(entry => new KeyValuePair<string, JsonNode?>(entry.Name, Resolve(entry.Value)))),
        InputValue.Reference reference => Leaf(reference.Resource.Value, reference.Output),
        InputValue.Lookup lookup => Answer(lookup),
        InputValue.Setting setting => setting.Default ?? Configured(setting),
        InputValue.Interpolation interpolation => string.Concat(interpolation.Parts.Items.Select(part => Resolve(part)?.ToString())),
        InputValue.Json json => Resolve(json.Document)?.ToJsonString(),
        InputValue.Archive archive => $"archive {archive.Folder}",
        InputValue.Asset asset => $"asset {asset.File}",
        _ => throw new InvalidOperationException($"{value.GetType().Name} has no value."),
    };

    private IEnumerable<T> All<T>()
        where T : InputValue =>
        graph.Resources.Items.Select(InputValue (resource) => resource.Inputs).Concat(graph.Outputs.Items.Select(output => output.Value))
            .SelectMany(value => value.DescendantsAndSelf()).OfType<T>();

    private JsonNode? Leaf(string name, string output)
    {
        var schema = Schema.FindResource(resources[new(name)].Type);
        Assert.NotNull(schema);
        var way = OutputReference.Of(output).Resolve(schema, Schema);
        Assert.NotNull(way);
        return Sample(way.Value[^1].Property.Type, $"{name}.{output}");
    }

    private static JsonNode? Sample(SchemaType type, string text) => type switch
    {
        SchemaType.Number => 1000 + text.Length,
        SchemaType.Truth => true,
        SchemaType.List list => new JsonArray([.. Enumerable.Range(0, 2).Select(index => Sample(list.Item, $"{text}[{index}]"))]),
        SchemaType.Map or SchemaType.Nested => new JsonObject(),
        _ => text,
    };

    private static string Answer(InputValue.Lookup lookup) => $"{lookup.Function.Value.Split(':')[^1]}.{Path(lookup)}";

    private static string Path(InputValue.Lookup lookup) => lookup.Index is { } index ? $"{lookup.Output}[{index}]" : lookup.Output;

    private static string Configured(InputValue.Setting setting) => $"configured {setting.Key}";

    /// <summary>One object with a value at the end of each path: <c>a[1].b</c>.</summary>
    private static JsonObject Merged(IEnumerable<(string Path, JsonNode? Value)> values)
    {
        var root = new JsonObject();
        foreach (var (path, value) in values)
        {
            var reference = OutputReference.Of(path);
            string[] steps = [reference.Output, .. reference.Steps.Items];
            JsonNode place = root;
            for (var index = 0; index < steps.Length; index++)
            {
                var isLast = index == steps.Length - 1;
                var next = isLast ? value?.DeepClone() : OutputReference.IsIndex(steps[index + 1]) ? new JsonArray() : new JsonObject();
                place = Child(place, steps[index], next, isLast);
            }
        }

        return root;
    }

    private static JsonNode Child(JsonNode place, string step, JsonNode? fresh, bool replace)
    {
        if (place is JsonArray items)
        {
            var index = int.Parse(step, System.Globalization.CultureInfo.InvariantCulture);
            while (items.Count <= index)
            {
                items.Add(null);
            }

            if (replace || items[index] is null)
            {
                items[index] = fresh;
            }

            return items[index] ?? new JsonObject();
        }

        var members = place.AsObject();
        if (replace || members[step] is null)
        {
            members[step] = fresh;
        }

        return members[step] ?? new JsonObject();
    }
}

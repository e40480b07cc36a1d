using Klotho.Analysis.Collections;
using Klotho.Emit.Permissions;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>A resource in its graph, as controls read and change it. Paths go through lists and JSON: <c>containerDefinitions.user</c>.</summary>
internal sealed record ControlledResource(ResourceGraph Graph, Resource Resource)
{
    /// <summary>All values at a path.</summary>
    public IReadOnlyList<InputValue> Values(string path) => [.. path.Split('.').Aggregate(
        (IEnumerable<InputValue>)[Resource.Inputs],
        (values, name) => values.SelectMany(Items).OfType<InputValue.Map>().Select(map => map.Find(name)).OfType<InputValue>()).SelectMany(Items)];

    /// <summary>What a flag is; null where it is absent, or not the same everywhere.</summary>
    public bool? Truth(string path) => Values(path).OfType<InputValue.Truth>().Select(truth => truth.Value).Distinct().ToList() is [var only] ? only : null;

    public string Text(string path) => string.Join(' ', Values(path).Select(ValueText.Of));

    public long Whole(string path) => Values(path).OfType<InputValue.Whole>().Select(whole => whole.Value).DefaultIfEmpty(0).Min();

    /// <summary>The resources of a type that name this one.</summary>
    public IEnumerable<ControlledResource> Related(string type, string input) => Graph.Resources.Items
        .Where(resource => resource.Type.Value == type && resource.Inputs.Find(input) is { } value
            && value.DescendantsAndSelf().OfType<InputValue.Reference>().Any(reference => reference.Resource == Resource.Name))
        .Select(resource => this with { Resource = resource });

    /// <summary>The same resource in another graph.</summary>
    public ControlledResource In(ResourceGraph graph) => new(graph, graph.Resources.Items.Single(resource => resource.Name == Resource.Name));

    public IEnumerable<InputValue.Map> Statements(string input) =>
        Resource.Inputs.Find(input) is InputValue.Json { Document: InputValue.Map document } ? PolicyText.Statements(document) : [];

    public ResourceGraph With(string path, InputValue value) => Replaced((InputValue.Map)Set(Resource.Inputs, path.Split('.'), value));

    public ResourceGraph Without(string path) => Replaced((InputValue.Map)Set(Resource.Inputs, path.Split('.'), null));

    public ResourceGraph WithStatement(string input, InputValue statement) =>
        With(input, PolicyOf([.. Statements(input), statement]));

    /// <summary>Without the resources of a type that name this one.</summary>
    public ResourceGraph WithoutRelated(string type, string input)
    {
        var gone = Related(type, input).Select(related => related.Resource.Name).ToHashSet();
        return Graph with { Resources = Graph.Resources.Items.Where(resource => !gone.Contains(resource.Name)).ToEquatableArray() };
    }

    private static InputValue.Json PolicyOf(IEnumerable<InputValue> statements) =>
        new(InputValue.Map.Of(new("Version", "2012-10-17"), new("Statement", InputValue.List.Of(statements))));

    private static IEnumerable<InputValue> Items(InputValue value) => value switch
    {
        InputValue.List list => list.Items.Items.SelectMany(Items),
        InputValue.Json json => Items(json.Document),
        _ => [value],
    };

    private ResourceGraph Replaced(InputValue.Map inputs) => Graph with
    {
        Resources = Graph.Resources.Items.Select(resource => resource.Name == Resource.Name ? resource with { Inputs = inputs } : resource).ToEquatableArray(),
    };

    private static InputValue Set(InputValue value, ReadOnlySpan<string> path, InputValue? to)
    {
        switch (value)
        {
            case InputValue.List list:
                var items = new List<InputValue>();
                foreach (var item in list.Items)
                {
                    items.Add(Set(item, path, to));
                }

                return InputValue.List.Of(items);
            case InputValue.Json json:
                return new InputValue.Json(Set(json.Document, path, to));
            case InputValue.Map map:
                var name = path[0];
                var changed = path.Length == 1 ? to : Set(map.Find(name) ?? InputValue.Map.Of(), path[1..], to);
                var rest = map.Entries.Items.Where(entry => entry.Name != name);
                return InputValue.Map.Of(changed is null ? rest : rest.Append(new(name, changed)));
            default:
                return value;
        }
    }
}

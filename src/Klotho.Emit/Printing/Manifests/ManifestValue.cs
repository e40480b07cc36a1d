using System.Globalization;
using Klotho.Emit.Printing.CSharp;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Printing.Manifests;

/// <summary>
/// Values as plain manifests hold them: references between objects are names, settings are their defaults, and what only the deployment
/// engine knows is a placeholder, which is collected.
/// </summary>
internal sealed class ManifestValue(ResourceGraph graph)
{
    private readonly Dictionary<ResourceName, Resource> resources = graph.Resources.Items.ToDictionary(resource => resource.Name);
    private readonly SortedDictionary<string, string> placeholders = new(StringComparer.Ordinal);

    /// <summary>Every placeholder that was written, with what belongs there.</summary>
    public IEnumerable<(string Placeholder, string Meaning)> Placeholders => placeholders.Select(item => (item.Key, item.Value));

    /// <summary>The value with nothing in it but texts, numbers, truth values, lists and maps.</summary>
    public InputValue Plain(InputValue value) => value switch
    {
        InputValue.List list => InputValue.List.Of(list.Items.Items.Select(Plain)),
        InputValue.Map map => InputValue.Map.Of(map.Entries.Items.Select(entry => new InputValue.Entry(entry.Name, Plain(entry.Value)))),
        InputValue.Json json => JsonText(json.Document),
        InputValue.Interpolation interpolation => string.Concat(interpolation.Parts.Items.Select(part => Text(Plain(part)))),
        InputValue.Reference reference => Resolve(reference),
        InputValue.Setting { Default: { } known } => known,
        InputValue.Setting setting => Placeholder(setting.Key, setting.Description),
        InputValue.Lookup lookup => Placeholder($"{lookup.Function.Value.Split(':')[^1]}-{lookup.Output}", $"What {lookup.Function} answers as {lookup.Output}."),
        _ => value,
    };

    /// <summary>The name that an image stands under until kustomize puts the registry's in its place.</summary>
    public static string ImageName(Resource image) => image.Name.Value;

    private InputValue Resolve(InputValue.Reference reference)
    {
        var resource = resources[reference.Resource];
        return resource.Type.Value.StartsWith("docker-build:", StringComparison.Ordinal) ? ImageName(resource)
            : Inside(resource.Inputs, reference.Output) is { } known ? Plain(known)
            : Placeholder($"{reference.Resource}-{reference.Output}", $"The {reference.Output} of {reference.Resource} ({resource.Type}).");
    }

    /// <summary>An output that is an input too, by the way into it: <c>metadata.name</c>.</summary>
    private static InputValue? Inside(InputValue value, string way)
    {
        var steps = way.Split('.', 2);
        var found = (value as InputValue.Map)?.Entries.Items.FirstOrDefault(entry => entry.Name == steps[0])?.Value;
        return found is null || steps.Length == 1 ? found : Inside(found, steps[1]);
    }

    private InputValue Placeholder(string name, string meaning)
    {
        var placeholder = $"REPLACE-{string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))}";
        placeholders[placeholder] = meaning;
        return placeholder;
    }

    private string JsonText(InputValue document) => string.Join('\n', new JsonLines(part => Text(Plain(part)), JsonLines.Escaped).Print(document)) + "\n";

    private static string Text(InputValue plain) => plain switch
    {
        InputValue.Text text => text.Value,
        InputValue.Whole whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        InputValue.Truth truth => truth.Value ? "true" : "false",
        _ => throw new InvalidOperationException($"{plain.GetType().Name} is no text."),
    };
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Programs;

/// <summary>A resource as a program registers it, or as the resource graph has it.</summary>
/// <param name="Type">The provider's token.</param>
/// <param name="Name">The resource's name.</param>
/// <param name="Parent">The name of the component that holds it; null where that isn't known.</param>
/// <param name="Inputs">What it is given, with all values known.</param>
/// <param name="Options">What concerns the deployment engine.</param>
/// <param name="Needs">The resources that it was told to wait for, or that its inputs come from.</param>
internal sealed record Registration(string Type, string Name, string? Parent, JsonObject Inputs, string Options, IReadOnlyList<string> Needs)
{
    public static string OptionsText(bool protect, bool retain, IEnumerable<string> ignored, string? import, string? provider, IEnumerable<string> aliases) =>
        (protect ? " protect" : "") + (retain ? " retain" : "") + Listed(" ignore ", ignored)
        + (string.IsNullOrEmpty(import) ? "" : $" import {import}")
        + (string.IsNullOrEmpty(provider) ? "" : $" by {provider}")
        + Listed(" alias ", aliases);

    /// <summary>What the graph says, whichever language it is printed in.</summary>
    public static IEnumerable<Registration> Of(ResourceGraph graph)
    {
        var values = new ExpectedValues(graph);
        return graph.Resources.Items.Select(resource => new Registration(
            resource.Type.Value, resource.Name.Value, null, values.Resolve(resource.Inputs) as JsonObject ?? [],
            OptionsText(
                resource.Options.Protect, resource.Options.RetainOnDelete, resource.Options.IgnoreChanges.Items, resource.Options.Import,
                resource.Options.Provider?.Value, resource.Options.Aliases.Items),
            [.. resource.Options.DependsOn.Items.Select(name => name.Value)]));
    }

    /// <summary>What is only among the first (<c>-</c>) or only among the second (<c>+</c>); nothing where both are the same.</summary>
    public static string Difference(IEnumerable<Registration> expected, IEnumerable<Registration> actual, bool withParents)
    {
        var (before, after) = (Texts(expected, withParents).ToList(), Texts(actual, withParents).ToList());
        return before.Count == after.Count || before.Except(after).Concat(after.Except(before)).Any()
            ? string.Join('\n', before.Except(after).Select(text => $"- {text}").Concat(after.Except(before).Select(text => $"+ {text}")))
            : "Something is registered twice.";
    }

    private static IEnumerable<string> Texts(IEnumerable<Registration> registrations, bool withParents) => registrations
        .Select(item => $"{item.Type} {item.Name}{(withParents ? $" in {item.Parent}" : "")}{item.Options}\n  {Canonical(item.OwnInputs(withParents))?.ToJsonString()}")
        .Order(StringComparer.Ordinal);

    /// <summary>What both SDKs give by themselves says nothing of the programs, and tags that all resources get nothing of the graph.</summary>
    private JsonObject OwnInputs(bool withTags) => new(Inputs
        .Where(input => !IsGiven(input.Key, input.Value))
        .Select(input => new KeyValuePair<string, JsonNode?>(input.Key, input is { Key: "tags", Value: JsonObject tags } && !withTags
            ? new JsonObject(tags.Where(tag => tag.Key is not ("app" or "stack" or "node")).Select(tag => new KeyValuePair<string, JsonNode?>(tag.Key, tag.Value?.DeepClone())))
            : input.Value?.DeepClone())));

    private bool IsGiven(string input, JsonNode? value) => Type.Split(':')[0] switch
    {
        "kubernetes" => input is "apiVersion" or "kind",
        "docker-build" => $"{input}: {value}" is "buildOnPreview: true" or "network: default",
        _ => $"{input}: {value}" == "description: Managed by Pulumi",
    };

    /// <summary>
    /// Members sorted, what is empty or absent left out, numbers by value, and texts that hold JSON as that: each
    /// printer lays documents out as its language does.
    /// </summary>
    private static JsonNode? Canonical(JsonNode? node) => node switch
    {
        JsonObject members => Kept(new JsonObject(members
            .Select(member => new KeyValuePair<string, JsonNode?>(member.Key, Canonical(member.Value)))
            .Where(member => member.Value is not null)
            .OrderBy(member => member.Key, StringComparer.Ordinal))),
        JsonArray items => items.Count == 0 ? null : new JsonArray([.. items.Select(Canonical)]),
        JsonValue value when value.TryGetValue<string>(out var text) => Document(text) is { } document ? new JsonObject { ["json"] = Canonical(document) } : text,
        JsonValue value when value.TryGetValue<bool>(out var truth) => truth,
        JsonValue value => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
        _ => null,
    };

    private static JsonObject? Kept(JsonObject members) => members.Count == 0 ? null : members;

    private static JsonNode? Document(string text)
    {
        try
        {
            return text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Listed(string lead, IEnumerable<string> words)
    {
        var text = string.Join(',', words.Order(StringComparer.Ordinal));
        return text.Length == 0 ? "" : lead + text;
    }
}

using System.Globalization;
using System.Text;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>A resource graph as text for golden files: short enough to review.</summary>
internal static class ResourceText
{
    /// <param name="graph">What an application becomes.</param>
    /// <param name="inFull">Owners, names or beginnings of names (<c>api-*</c>) of the resources that are shown with their inputs; all, where there are none.</param>
    public static string Of(ResourceGraph graph, IReadOnlyList<string> inFull)
    {
        var text = new StringBuilder();
        foreach (var resource in graph.Resources)
        {
            text.Append(CultureInfo.InvariantCulture, $"{resource.Name}  {resource.Type}  ({resource.Owner}){Options(resource.Options)}\n");
            foreach (var entry in IsShown(resource, inFull) ? resource.Inputs.Entries.Items : [])
            {
                text.Append(CultureInfo.InvariantCulture, $"  {entry.Name}: {Value(entry.Value)}\n");
            }
        }

        foreach (var output in graph.Outputs)
        {
            text.Append(CultureInfo.InvariantCulture, $"output {output.Name}: {Value(output.Value)}\n");
        }

        return text.ToString();
    }

    private static bool IsShown(Resource resource, IReadOnlyList<string> inFull) => inFull.Count == 0 || inFull.Any(word =>
        word == resource.Owner.ToString() || word == resource.Name.Value || (word.EndsWith('*') && resource.Name.Value.StartsWith(word[..^1], StringComparison.Ordinal)));

    private static string Options(ResourceOptions options) => string.Concat(
        options.Protect ? " protect" : "",
        options.RetainOnDelete ? " retain" : "",
        options.Import is { } existing ? $" import {existing}" : "",
        options.DependsOn.Count > 0 ? $" after {string.Join(", ", options.DependsOn.Items)}" : "");

    private static string Value(InputValue value) => value switch
    {
        InputValue.Text text => text.Value.Replace("\n", "\\n", StringComparison.Ordinal),
        InputValue.Whole whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        InputValue.Truth truth => truth.Value ? "true" : "false",
        InputValue.List list => $"[{string.Join(", ", list.Items.Items.Select(Value))}]",
        InputValue.Map map => $"{{ {string.Join(", ", map.Entries.Items.Select(entry => $"{entry.Name}: {Value(entry.Value)}"))} }}",
        InputValue.Reference reference => $"${{{reference.Resource}.{reference.Output}}}",
        InputValue.Lookup lookup => $"${{{lookup.Function.Value.Split(':')[^1]}().{lookup.Output}{lookup.Index}}}",
        InputValue.Interpolation interpolation => string.Concat(interpolation.Parts.Items.Select(Value)),
        InputValue.Json json => $"json {Value(json.Document)}",
        InputValue.Setting setting => $"${{setting {setting.Key}}}",
        _ => value.ToString(),
    };
}

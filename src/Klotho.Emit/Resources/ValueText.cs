using System.Globalization;

namespace Klotho.Emit.Resources;

/// <summary>A value as people read it in documents: <c>${slides.arn}/*</c>.</summary>
public static class ValueText
{
    public static string Of(InputValue value) => value switch
    {
        InputValue.Text text => text.Value,
        InputValue.Whole whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        InputValue.Fraction fraction => fraction.Value.ToString(CultureInfo.InvariantCulture),
        InputValue.Truth truth => truth.Value ? "true" : "false",
        InputValue.List list => $"[{string.Join(", ", list.Items.Items.Select(Of))}]",
        InputValue.Map map => $"{{ {string.Join(", ", map.Entries.Items.Select(entry => $"{entry.Name}: {Of(entry.Value)}"))} }}",
        InputValue.Reference reference => $"${{{reference.Resource}.{reference.Output}}}",
        InputValue.Lookup lookup => $"${{{lookup.Output}{(lookup.Index is { } index ? index.ToString(CultureInfo.InvariantCulture) : "")}}}",
        InputValue.Interpolation interpolation => string.Concat(interpolation.Parts.Items.Select(Of)),
        InputValue.Json json => $"json {Of(json.Document)}",
        InputValue.Setting setting => $"${{setting {setting.Key}}}",
        InputValue.Archive archive => archive.Folder,
        InputValue.Asset asset => asset.File,
        _ => throw new InvalidOperationException($"{value.GetType().Name} has no text."),
    };
}

using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>Shapes as a sentence names them.</summary>
internal static class WireWords
{
    public static string Of(WireShape shape, WireSchema schema) => shape switch
    {
        WireScalar { Numbers: var numbers } scalar when (numbers & WireNumbers.WritesText) != 0 => $"{WireText.Word(scalar.Kind)} as text",
        WireScalar scalar => WireText.Word(scalar.Kind),
        WireReference reference => schema.Find(reference.Type) switch
        {
            WireEnum { ByName: true } => $"a name of {Short(reference.Type)}",
            WireEnum => $"a number of {Short(reference.Type)}",
            _ => $"an object ({Short(reference.Type)})",
        },
        WireList => "a list",
        WireMap => "a map",
        WireOpaque opaque => $"what {opaque.Converter} makes",
        WireUnsupported unsupported => $"{unsupported.Type}, which {unsupported.Reason}",
        WireNothing => "nothing",
        _ => "any JSON",
    };

    public static string Short(WireTypeName type)
    {
        var generic = type.Value.IndexOf('<', StringComparison.Ordinal);
        var dot = type.Value.LastIndexOf('.', generic < 0 ? type.Value.Length - 1 : generic);
        return type.Value[(dot + 1)..];
    }
}

using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>
/// A value in one short text, so that a schema in a file takes one line per property: <c>list&lt;@Shop.Line&gt;?</c>.
/// A mark says what null means there: <c>?</c> may be null, <c>!</c> refuses it, <c>~</c> takes it although it is a value
/// type. Nothing stands where that follows from the shape.
/// </summary>
public static class WireText
{
    public static string Of(WireValue value) => Of(value.Shape) + Mark(value);

    public static string Of(WireShape shape) => shape switch
    {
        WireScalar scalar => Word(scalar.Kind) + Numbers(scalar.Numbers),
        WireReference reference => "@" + reference.Type.Value,
        WireList { Kind: WireListKind.Unreadable } list => $"unreadable-list<{Of(list.Element)}>",
        WireList list => $"{list.Kind.ToString().ToLowerInvariant()}<{Of(list.Element)}>",
        WireMap map => $"{(map.IsReadable ? "" : "unreadable-")}map<{Of(map.Key)}, {Of(map.Element)}>",
        WireOpaque opaque => $"opaque({opaque.Converter})",
        WireUnsupported unsupported => $"unsupported({unsupported.Type}: {unsupported.Reason})",
        WireNothing => "nothing",
        _ => "any",
    };

    /// <summary>The text's value; null where it is none.</summary>
    public static WireValue? Parse(string text)
    {
        var reader = new WireTextReader(text);
        return reader.Value() is { } value && reader.IsAtEnd ? value : null;
    }

    public static string Word(WireScalarKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whether null is refused there without being told so: the type is a value type.</summary>
    internal static bool RefusesByItself(WireShape shape, bool mayBeNull) =>
        !mayBeNull && shape is WireScalar { Kind: not (WireScalarKind.String or WireScalarKind.Uri or WireScalarKind.Version or WireScalarKind.Bytes) };

    private static string Mark(WireValue value) =>
        (value.MayBeNull ? "?" : "") + (value.RefusesNull, RefusesByItself(value.Shape, value.MayBeNull)) switch
        {
            (true, false) => "!",
            (false, true) => "~",
            _ => "",
        };

    private static string Numbers(WireNumbers numbers) => numbers == WireNumbers.Default ? "" : ":" + (int)numbers;
}

using System.Text.Encodings.Web;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Locking.Json;

/// <summary>A JSON value and where it stands, which a value that is to be written doesn't know yet.</summary>
internal abstract record JsonTree(SourceLocation? Location)
{
    public sealed record Text(string Value, SourceLocation? Location = null) : JsonTree(Location)
    {
        public override string ToString() => Quoted(Value);
    }

    /// <summary>A number, as it is spelled.</summary>
    public sealed record Number(string Digits, SourceLocation? Location = null) : JsonTree(Location)
    {
        public override string ToString() => Digits;
    }

    public sealed record Truth(bool Value, SourceLocation? Location = null) : JsonTree(Location)
    {
        public override string ToString() => Value ? "true" : "false";
    }

    public sealed record Nothing(SourceLocation? Location = null) : JsonTree(Location)
    {
        public override string ToString() => "null";
    }

    public sealed record List(EquatableArray<JsonTree> Items, SourceLocation? Location = null) : JsonTree(Location)
    {
        public override string ToString() => $"[{string.Join(", ", Items.Items)}]";
    }

    public sealed record Map(EquatableArray<JsonMember> Members, SourceLocation? Location = null) : JsonTree(Location)
    {
        public override string ToString() => Members.Count == 0 ? "{}" : $"{{ {string.Join(", ", Members.Items)} }}";
    }

    public static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}

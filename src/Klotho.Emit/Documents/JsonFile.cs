using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Emit.Documents;

/// <summary>JSON documents with one way to write what several of them hold.</summary>
internal static class JsonFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            body(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>A value on one line of the document.</summary>
    public static void Line(this Utf8JsonWriter writer, Action<Utf8JsonWriter> value)
    {
        using var stream = new MemoryStream();
        using (var line = new Utf8JsonWriter(stream, Options with { Indented = false }))
        {
            value(line);
        }

        writer.WriteRawValue(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public static void Array<T>(this Utf8JsonWriter writer, string name, EquatableArray<T> items, Action<T> item)
    {
        writer.WriteStartArray(name);
        foreach (var each in items)
        {
            item(each);
        }

        writer.WriteEndArray();
    }

    public static void Object(this Utf8JsonWriter writer, Action members)
    {
        writer.WriteStartObject();
        members();
        writer.WriteEndObject();
    }

    public static void Location(this Utf8JsonWriter writer, SourceLocation location) => writer.Object(() =>
    {
        writer.WriteString("path", location.Path.Value);
        writer.WriteNumber("line", location.Line);
        writer.WriteNumber("column", location.Column);
        writer.WriteNumber("endLine", location.EndLine);
        writer.WriteNumber("endColumn", location.EndColumn);
    });
}

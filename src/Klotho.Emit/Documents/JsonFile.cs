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

    /// <summary>An item of an array on a line of the document.</summary>
    private static void Line(this Utf8JsonWriter writer, Action<Utf8JsonWriter> value)
    {
        using var stream = new MemoryStream();
        using (var line = new Utf8JsonWriter(stream, Options with { Indented = false }))
        {
            value(line);
        }

        // The writer puts what it is given as it is behind the last item, on the same line.
        writer.WriteRawValue([(byte)'\n', .. Enumerable.Repeat((byte)' ', writer.CurrentDepth * 2), .. stream.GetBuffer().AsSpan(0, (int)stream.Length)], skipInputValidation: true);
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

    /// <summary>Items that are one thing each, a line for each: easier to search and to compare than their members below each other.</summary>
    public static void Lines<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> item)
    {
        writer.WriteStartArray(name);
        foreach (var each in items)
        {
            if (writer.Options.Indented)
            {
                writer.Line(line => item(line, each));
            }
            else
            {
                item(writer, each);
            }
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

using System.Globalization;
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

    /// <summary>A member of an object whose value stands on the line of its name.</summary>
    public static void Inline(this Utf8JsonWriter writer, string name, Action<Utf8JsonWriter> value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(OnOneLine(value), skipInputValidation: true);
    }

    /// <summary>An item of an array on a line of the document.</summary>
    private static void Line(this Utf8JsonWriter writer, Action<Utf8JsonWriter> value) =>

        // The writer puts what it is given as it is behind the last item, on the same line.
        writer.WriteRawValue([(byte)'\n', .. Enumerable.Repeat((byte)' ', writer.CurrentDepth * 2), .. OnOneLine(value)], skipInputValidation: true);

    private static byte[] OnOneLine(Action<Utf8JsonWriter> value)
    {
        using var stream = new MemoryStream();
        using (var line = new Utf8JsonWriter(stream, Options with { Indented = false }))
        {
            value(line);
        }

        return stream.ToArray();
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

    /// <summary><c>Program.cs:16:23-16:29</c>: line and column of the first character and of the one behind the last, counted from one.</summary>
    public static void Location(this Utf8JsonWriter writer, SourceLocation location) => writer.WriteStringValue(
        string.Create(CultureInfo.InvariantCulture, $"{location.Path.Value}:{location.Line}:{location.Column}-{location.EndLine}:{location.EndColumn}"));
}

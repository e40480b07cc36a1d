using System.Buffers;
using System.Text.Json;

namespace Klotho.Drivers;

/// <summary>A file of a line of JSON, its head, and a body kept as it is: readable by people, and no encoding of the body.</summary>
internal static class HeadedFile
{
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> writeHead, ReadOnlyMemory<byte> body)
    {
        var file = new ArrayBufferWriter<byte>(body.Length + 256);
        using (var json = new Utf8JsonWriter(file))
        {
            json.WriteStartObject();
            writeHead(json);
            json.WriteEndObject();
        }

        file.Write("\n"u8);
        file.Write(body.Span);
        return file.WrittenMemory;
    }

    /// <exception cref="InvalidDataException">The file is not one of ours.</exception>
    public static (JsonElement Head, ReadOnlyMemory<byte> Body) Read(ReadOnlyMemory<byte> file)
    {
        var end = file.Span.IndexOf((byte)'\n');
        if (end < 0)
        {
            throw new InvalidDataException("A file of the data directory has no head.");
        }

        using var head = JsonDocument.Parse(file[..end]);
        return (head.RootElement.Clone(), file[(end + 1)..]);
    }

    /// <summary>Writes the trace of a message into its head, where there is one.</summary>
    public static void WriteTrace(this Utf8JsonWriter json, TraceContext? trace)
    {
        if (trace is not null)
        {
            json.WriteString(TraceContext.ParentName, trace.Parent);
            json.WriteString(TraceContext.StateName, trace.State);
        }
    }

    /// <summary>The trace that a head holds.</summary>
    public static TraceContext? Trace(this JsonElement head) => TraceContext.Of(Find(head, TraceContext.ParentName), Find(head, TraceContext.StateName));

    /// <summary>A text of a head that may be missing.</summary>
    public static string? Find(this JsonElement head, string property) => head.TryGetProperty(property, out var text) ? text.GetString() : null;

    public static string Text(this JsonElement head, string property) => head.GetProperty(property).GetString() ?? "";
}

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

    public static string Text(this JsonElement head, string property) => head.GetProperty(property).GetString() ?? "";
}

using System.Text;

namespace Klotho.Wiring;

/// <summary>
/// The lines of a result that is a stream, each a JSON object: <c>{"item":…}</c> for each item, then either <c>{"end":true}</c> or
/// <c>{"error":{…}}</c>. What ends with neither was cut off.
/// </summary>
internal static class UnitStream
{
    public const string ContentType = "application/x-ndjson";
    public const byte LineEnd = (byte)'\n';

    public static ReadOnlySpan<byte> ItemStart => "{\"item\":"u8;

    public static ReadOnlySpan<byte> ErrorStart => "{\"error\":"u8;

    public static ReadOnlySpan<byte> Close => "}"u8;

    public static ReadOnlySpan<byte> End => "{\"end\":true}"u8;

    /// <summary>What stands behind the start of a line and ahead of its last brace; null where the line starts otherwise.</summary>
    public static ReadOnlyMemory<byte>? Content(ReadOnlyMemory<byte> line, ReadOnlySpan<byte> start) =>
        line.Span.StartsWith(start) && line.Span.EndsWith(Close) ? line[start.Length..^Close.Length] : default(ReadOnlyMemory<byte>?);

    /// <summary>The beginning of a line that is none of these, to tell of.</summary>
    public static string Excerpt(ReadOnlyMemory<byte> line) => Encoding.UTF8.GetString(line[..Math.Min(line.Length, 64)].Span);
}

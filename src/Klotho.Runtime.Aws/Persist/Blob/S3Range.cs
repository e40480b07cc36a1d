using System.Globalization;
using System.Net.Http.Headers;
using Amazon.S3.Model;

namespace Klotho.Aws;

/// <summary>Ranges as the headers of HTTP have them, where the last byte is named and not the length.</summary>
internal static class S3Range
{
    public static ByteRange Of(BlobRange range) => new(range switch
    {
        { Start: null, Length: { } last } => string.Create(CultureInfo.InvariantCulture, $"bytes=-{last}"),
        { Start: { } start, Length: { } length } when length <= long.MaxValue - start => string.Create(CultureInfo.InvariantCulture, $"bytes={start}-{start + length - 1}"),
        { Start: var start } => string.Create(CultureInfo.InvariantCulture, $"bytes={start ?? 0}-"),
    });

    /// <summary>The whole file's length, from <c>bytes 0-4/10</c>.</summary>
    /// <exception cref="InvalidDataException">The server has not answered with a range.</exception>
    public static long FileLength(string? answered) =>
        ContentRangeHeaderValue.TryParse(answered, out var range) && range.Length is { } length
            ? length
            : throw new InvalidDataException("A part of a file was asked for, and the server did not say which part it answers with.");
}

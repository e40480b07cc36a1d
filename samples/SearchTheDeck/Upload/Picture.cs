using System.Buffers.Binary;

namespace SearchTheDeck.Upload;

/// <summary>What the first bytes of a picture say. The name and the media type that came with it prove nothing.</summary>
public sealed record Picture(string MediaType, string Extension, int Width, int Height)
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The picture's kind and size, or null where it is neither PNG nor JPEG.</summary>
    public static Picture? Parse(ReadOnlySpan<byte> bytes) => ParsePng(bytes) ?? ParseJpeg(bytes);

    private static Picture? ParsePng(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes.StartsWith(PngSignature) && bytes[12..16].SequenceEqual("IHDR"u8)
            ? new Picture("image/png", "png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;

    private static Picture? ParseJpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        {
            return null;
        }

        // Segments follow each other: FF, marker, two bytes of length. The size is in the "start of frame" segment.
        var position = 2;
        while (position + 9 <= bytes.Length && bytes[position] == 0xFF)
        {
            var marker = bytes[position + 1];
            if (marker == 0xFF)
            {
                position++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var height = BinaryPrimitives.ReadUInt16BigEndian(bytes[(position + 5)..]);
                var width = BinaryPrimitives.ReadUInt16BigEndian(bytes[(position + 7)..]);
                return new Picture("image/jpeg", "jpg", width, height);
            }

            position += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(position + 2)..]);
        }

        return null;
    }
}

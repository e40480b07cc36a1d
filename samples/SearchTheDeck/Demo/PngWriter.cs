using System.Buffers.Binary;
using System.IO.Compression;

namespace SearchTheDeck.Demo;

/// <summary>Writes a canvas as a PNG file (RGB, 8 bits a channel).</summary>
public static class PngWriter
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    public static byte[] Encode(Canvas canvas)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, canvas.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), canvas.Height);
        (header[8], header[9]) = (8, 2);
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "IDAT"u8, Compress(canvas));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Compress(Canvas canvas)
    {
        var stride = canvas.Width * 3;
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            var row = new byte[stride];
            for (var y = 0; y < canvas.Height; y++)
            {
                var pixels = canvas.Pixels.Slice(y * stride, stride);
                for (var index = 0; index < stride; index++)
                {
                    // Filter 1: a byte less the same channel of the pixel to its left. Plain areas become zeros.
                    row[index] = (byte)(pixels[index] - (index < 3 ? 0 : pixels[index - 3]));
                }

                zlib.WriteByte(1);
                zlib.Write(row);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(name);
        png.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, name), content));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
        }

        return crc;
    }
}

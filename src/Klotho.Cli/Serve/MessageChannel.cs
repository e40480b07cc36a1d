using System.Buffers;
using System.Globalization;
using System.Text;

namespace Klotho.Cli.Serve;

/// <summary>
/// Messages over two streams, each after a header that says how long it is, as editors speak with language servers: a line
/// <c>Content-Length: N</c>, others that mean nothing here, an empty line, and N bytes of UTF-8.
/// </summary>
internal sealed class MessageChannel(Stream input, Stream output)
{
    private const string LengthHeader = "Content-Length:";

    // A message is an edited file or an answer; nobody sends a header or a message as long as these.
    private const int LongestHeader = 4_096;
    private const int LongestMessage = 256 * 1024 * 1024;

    private readonly Stream input = new BufferedStream(input, 64 * 1024);

    /// <summary>The next message; null at the end of the input.</summary>
    /// <exception cref="InvalidDataException">The header says no length, so that nobody knows where the next message begins.</exception>
    public async Task<byte[]?> ReadAsync(CancellationToken cancel)
    {
        int? length = null;
        while (await LineAsync(cancel) is { } line)
        {
            if (line.Length == 0)
            {
                return length is { } known ? await BodyAsync(known, cancel) : throw new InvalidDataException($"A message has no {LengthHeader} before it.");
            }

            if (line.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase))
            {
                length = int.TryParse(line.AsSpan(LengthHeader.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said <= LongestMessage
                    ? said
                    : throw new InvalidDataException($"'{line}' is no length of a message.");
            }
        }

        return null;
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        await output.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{LengthHeader} {message.Length}\r\n\r\n")), cancel);
        await output.WriteAsync(message, cancel);
        await output.FlushAsync(cancel);
    }

    private async Task<byte[]?> BodyAsync(int length, CancellationToken cancel)
    {
        var body = new byte[length];
        return await input.ReadAtLeastAsync(body, length, throwOnEndOfStream: false, cancel) == length ? body : null;
    }

    /// <summary>A line without its end; null at the end of the input.</summary>
    private async Task<string?> LineAsync(CancellationToken cancel)
    {
        var line = new ArrayBufferWriter<byte>(64);
        var one = new byte[1];
        while (await input.ReadAsync(one, cancel) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.ASCII.GetString(line.WrittenSpan).TrimEnd('\r');
            }

            line.Write(one);
            if (line.WrittenCount > LongestHeader)
            {
                throw new InvalidDataException("The header of a message has no end.");
            }
        }

        return null;
    }
}

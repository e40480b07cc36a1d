using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>An answer that a function hands on while it makes it.</summary>
/// <param name="Head">Status, headers and cookies.</param>
/// <param name="Body">What follows, as it arrives.</param>
/// <param name="Error">Completes at the end: the type and the JSON of the error that the answer ends with, or null.</param>
internal sealed record LambdaStream(JsonElement Head, Stream Body, Task<(string Type, JsonElement Json)?> Error)
{
    public int Status => Head.GetProperty("statusCode").GetInt32();

    public string? Header(string name) => Head.GetProperty("headers").TryGetProperty(name, out var value) ? value.GetString() : null;

    public async Task<string> TextAsync()
    {
        using var reader = new StreamReader(Body, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Reads what is before the bytes of the body: JSON and eight zero bytes.</summary>
    public static async Task<JsonElement> ReadHeadAsync(PipeReader reader)
    {
        while (true)
        {
            var read = await reader.ReadAsync();
            var bytes = new SequenceReader<byte>(read.Buffer);
            if (bytes.TryReadTo(out ReadOnlySequence<byte> head, new byte[8]))
            {
                using var json = JsonDocument.Parse(head);
                var element = json.RootElement.Clone();
                reader.AdvanceTo(bytes.Position);
                return element;
            }

            if (read.IsCompleted)
            {
                throw new InvalidDataException($"The answer has no head: '{Encoding.UTF8.GetString(read.Buffer)}'.");
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}

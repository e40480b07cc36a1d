using System.Buffers;
using System.Text.Json;

namespace Klotho.Aws;

/// <summary>What Lambda is told of a failure. The stack trace stays in the log.</summary>
/// <param name="Type">The exception's type.</param>
/// <param name="Message">Its message.</param>
internal sealed record RuntimeError(string Type, string Message)
{
    public static RuntimeError Of(Exception failure) => new(failure.GetType().FullName ?? failure.GetType().Name, failure.Message);

    public ReadOnlyMemory<byte> Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("errorType", Type);
            json.WriteString("errorMessage", Message);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}

namespace Klotho.Drivers;

/// <summary>What the file of a message holds: the message, and what its name has no room for in a head.</summary>
internal sealed record MessageFile(ReadOnlyMemory<byte> Payload, string? Key = null, TraceContext? Trace = null)
{
    private const string KeyName = "key";

    /// <summary>Whether there is anything to say in a head.</summary>
    public bool HasHead => Key is not null || Trace is not null;

    /// <summary>Reads a file that has a head or none.</summary>
    public static MessageFile Read(ReadOnlyMemory<byte> file, bool hasHead)
    {
        if (!hasHead)
        {
            return new(file);
        }

        var (head, payload) = HeadedFile.Read(file);
        return new(payload, head.Find(KeyName), head.Trace());
    }

    public ReadOnlyMemory<byte> Write() => !HasHead ? Payload : HeadedFile.Write(
        json =>
        {
            if (Key is not null)
            {
                json.WriteString(KeyName, Key);
            }

            json.WriteTrace(Trace);
        },
        Payload);
}

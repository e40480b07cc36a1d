using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>A subscriber's dead letters, a file each.</summary>
internal sealed class DeadLetterFolder(string directory, string drafts)
{
    public ValueTask AddAsync(DeadLetter letter) => AtomicFile.WriteAsync(
        PathOf(letter.MessageId),
        drafts,
        HeadedFile.Write(
            json =>
            {
                json.WriteString("messageId", letter.MessageId);
                json.WriteNumber("attempts", letter.Attempts);
                json.WriteString("reason", letter.Reason);
                json.WriteString("at", letter.At);
                if (letter.Schema is not null)
                {
                    json.WriteString("schema", letter.Schema);
                }

                if (letter.Key is not null)
                {
                    json.WriteString("key", letter.Key);
                }

                json.WriteTrace(letter.Trace);
            },
            letter.Payload),
        CancellationToken.None);

    public async IAsyncEnumerable<DeadLetter> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var letters = new List<DeadLetter>();
        foreach (var name in AtomicFile.Names(directory))
        {
            // One that is redriven meanwhile is not there.
            if (await AtomicFile.ReadAsync(Path.Combine(directory, name), cancel) is { } file)
            {
                letters.Add(Letter(file));
            }
        }

        foreach (var letter in letters.OrderBy(letter => letter.At).ThenBy(letter => letter.MessageId, StringComparer.Ordinal))
        {
            yield return letter;
        }
    }

    public void Remove(string messageId) => File.Delete(PathOf(messageId));

    private static DeadLetter Letter(ReadOnlyMemory<byte> file)
    {
        var (head, payload) = HeadedFile.Read(file);
        return new DeadLetter(
            head.Text("messageId"), head.GetProperty("attempts").GetInt32(), head.Text("reason"), head.GetProperty("at").GetDateTimeOffset(), payload)
        {
            Key = head.Find("key"),
            Schema = head.Find("schema"),
            Trace = head.Trace(),
        };
    }

    private string PathOf(string messageId) => Path.Combine(directory, messageId + ".dead");
}

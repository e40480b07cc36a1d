using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Klotho.Drivers;

/// <summary>What may be shown of payloads of a type: all of them where nothing in the type is <see cref="SensitiveAttribute"/>.</summary>
internal sealed class PayloadRedaction
{
    /// <summary>What stands in place of a sensitive value.</summary>
    public const string Mark = "***";

    // A shorter one may be part of any word, and is looked for as a word of its own.
    private const int LongEnough = 8;

    private readonly JsonTypeInfo _type;

    public PayloadRedaction(JsonTypeInfo type) => (_type, IsNeeded) = (type, SensitiveTypes.Hold(type));

    /// <summary>Whether anything in the type is sensitive.</summary>
    public bool IsNeeded { get; }

    /// <summary>A payload as it may be shown.</summary>
    public string Show(ReadOnlyMemory<byte> payload) => IsNeeded
        ? Walk(payload)?.Shown ?? $"{payload.Length} bytes that cannot be read, and are not shown because {_type.Type.Name} has sensitive members"
        : Encoding.UTF8.GetString(payload.Span);

    /// <summary>A text about a payload, such as the message of an exception, without what is sensitive in that.</summary>
    public string Redact(string text, ReadOnlyMemory<byte> payload) => IsNeeded && Walk(payload) is { } walked ? Redact(text, walked.Secrets) : text;

    /// <summary>What may be logged of a failure with a payload in hand: itself, unless it repeats something sensitive.</summary>
    public Exception Redact(Exception failure, ReadOnlyMemory<byte> payload)
    {
        var text = failure.ToString();
        var redacted = Redact(text, payload);
        return redacted == text ? failure : failure switch
        {
            RetryLaterException later => new RetryLaterException(Redact(later.Message, payload), later.Delay),
            UnreadableMessageException unreadable => new UnreadableMessageException(Redact(unreadable.Message, payload)),
            _ => new RedactedException(RedactedException.TypeOf(failure), Redact(failure.Message, payload), redacted),
        };
    }

    private static string Redact(string text, IEnumerable<string> secrets)
    {
        // The longest first: one may be part of another.
        foreach (var secret in secrets.Where(secret => !string.IsNullOrWhiteSpace(secret)).OrderByDescending(secret => secret.Length))
        {
            text = secret.Length >= LongEnough ? text.Replace(secret, Mark, StringComparison.Ordinal) : WithoutWord(text, secret);
        }

        return text;
    }

    private static string WithoutWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end])))
            {
                at = end;
                continue;
            }

            text = string.Concat(text.AsSpan(0, at), Mark, text.AsSpan(end));
            at += Mark.Length;
        }

        return text;
    }

    private (string Shown, IReadOnlyCollection<string> Secrets)? Walk(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var shown = new ArrayBufferWriter<byte>(payload.Length);
            using var json = new Utf8JsonWriter(shown);
            var walk = new SensitiveWalk(json);
            walk.Write(document.RootElement, _type);
            json.Flush();
            return (Encoding.UTF8.GetString(shown.WrittenSpan), walk.Secrets);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>In what form a queue's messages come, which depends on what puts them there (<c>?envelope=</c> of its binding).</summary>
internal abstract class QueueEnvelope
{
    /// <summary>All forms; the first is that of a binding which names none.</summary>
    private static readonly IReadOnlyList<QueueEnvelope> All = [new RawEnvelope(), new EventEnvelope()];

    /// <summary>Its name in bindings.</summary>
    public abstract string Name { get; }

    public static QueueEnvelope Raw => All[0];

    /// <summary>The form that a binding names.</summary>
    /// <exception cref="InvalidOperationException">It names none that there is.</exception>
    public static QueueEnvelope Of(ResourceBinding binding, string? name) => name is null
        ? Raw
        : All.FirstOrDefault(envelope => string.Equals(envelope.Name, name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{binding.Key}: an envelope is one of {string.Join(", ", All.Select(envelope => envelope.Name))}.");

    /// <summary>What is known of a message beside its payload.</summary>
    public MessageHead HeadOf(SqsMessage message) => MessageHead.Of(message, SentOf(message));

    /// <summary>The message itself.</summary>
    /// <exception cref="FormatException">The queue's message is not in this form.</exception>
    public abstract ReadOnlyMemory<byte> PayloadOf(SqsMessage message);

    /// <summary>What is known of a message that is none of our copies.</summary>
    protected abstract SentMessage SentOf(SqsMessage message);
}

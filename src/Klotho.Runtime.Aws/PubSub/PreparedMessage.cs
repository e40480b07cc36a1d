using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>A message as it travels to a service.</summary>
/// <param name="Message">What is published.</param>
/// <param name="Body">The message itself, in the service's form.</param>
/// <param name="Size">How many bytes of a request it takes, with all that travels beside it.</param>
internal sealed record PreparedMessage(OutgoingMessage Message, ReadOnlyMemory<byte> Body, int Size)
{
    /// <summary>What travels beside it, of what fits.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = MessageHead.Nothing;

    /// <summary>The same in an event.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Whether the service takes it with all that should travel beside it.</summary>
    public required bool Fits { get; init; }

    /// <summary>Why the service does not take it at all; null where it does.</summary>
    public PayloadTooLargeException? Refusal { get; init; }
}

namespace Klotho.Aws;

/// <summary>An event for a bus of Amazon EventBridge.</summary>
/// <param name="Source">Who says it: <c>klotho.shop</c>.</param>
/// <param name="DetailType">What it says, which rules choose by; at most 128 characters.</param>
/// <param name="Detail">The event itself: an object in JSON.</param>
public sealed record EventEntry(string Source, string DetailType, ReadOnlyMemory<byte> Detail)
{
    /// <summary>What the event is about, which counts towards its size.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];
}

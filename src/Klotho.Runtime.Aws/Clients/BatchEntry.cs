namespace Klotho.Aws;

/// <summary>A message among several of one request, which are at most ten, and 256 KB together with their attributes.</summary>
/// <param name="Body">The message: text in UTF-8.</param>
/// <param name="Attributes">At most 10 attributes of text.</param>
public sealed record BatchEntry(ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The most that a request takes (docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html, 2026-11-22).</summary>
    public const int Most = 10;

    /// <summary>Its place in an order, on FIFO; null elsewhere.</summary>
    public MessageTurn? Turn { get; init; }
}

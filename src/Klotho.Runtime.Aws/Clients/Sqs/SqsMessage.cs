namespace Klotho.Aws;

/// <summary>A message received from a queue of Amazon SQS.</summary>
/// <param name="Id">The same for every receipt of the message.</param>
/// <param name="ReceiptHandle">What this receipt is ended by.</param>
/// <param name="Body">The message.</param>
/// <param name="ReceiveCount">1 for the first receipt.</param>
/// <param name="SentAt">When it came into the queue.</param>
/// <param name="Attributes">The attributes that its sender gave it.</param>
public sealed record SqsMessage(
    string Id,
    string ReceiptHandle,
    ReadOnlyMemory<byte> Body,
    int ReceiveCount,
    DateTimeOffset SentAt,
    IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>Its group in a FIFO queue; null in any other.</summary>
    public string? Group { get; init; }
}

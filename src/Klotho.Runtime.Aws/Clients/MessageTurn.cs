namespace Klotho.Aws;

/// <summary>
/// What a message to a FIFO topic or queue has beside its payload. Both are 1 to 128 letters, digits and marks of ASCII
/// (docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html, 2026-11-22).
/// </summary>
/// <param name="Group">Messages of one group come in their order, and none while one before it is with a receiver.</param>
/// <param name="DeduplicationId">A message with the same one as another of the last five minutes is taken for that one, and not kept.</param>
public sealed record MessageTurn(string Group, string DeduplicationId);

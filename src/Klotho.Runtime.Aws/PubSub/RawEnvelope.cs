namespace Klotho.Aws;

/// <summary>Messages as they were published: from Amazon SNS with raw delivery, or put into the queue by anybody.</summary>
internal sealed class RawEnvelope : QueueEnvelope
{
    public override string Name => "raw";

    public override ReadOnlyMemory<byte> PayloadOf(SqsMessage message) => message.Body;

    protected override SentMessage SentOf(SqsMessage message) => new(message.Id);
}

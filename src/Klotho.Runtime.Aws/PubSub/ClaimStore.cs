using System.Net;
using System.Runtime.InteropServices;
using Amazon.S3;
using Amazon.S3.Model;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// Payloads over the limit of what carries messages, as objects of a bucket below a prefix (<c>?claims=bucket/prefix</c> of a binding). The message
/// holds the object's name and nothing of where the bucket is, so that a receiver reads from its own place only. Who publishes writes, who
/// receives reads, and nobody deletes: a message has as many receivers as there are subscribers, so that is left to a rule of the bucket.
/// </summary>
internal sealed class ClaimStore(IAwsClients clients, string bucket, string prefix)
{
    /// <summary>Keeps a payload; returns what the message says instead. Published again, a message finds its own.</summary>
    public async ValueTask<string> KeepAsync(string topic, OutgoingMessage message, CancellationToken cancel)
    {
        var claim = $"{topic}/{message.Id}";
        var bytes = MemoryMarshal.TryGetArray(message.Payload, out var array) ? array : message.Payload.ToArray();
        using var content = new MemoryStream(bytes.Array ?? [], bytes.Offset, bytes.Count, writable: false);
        await clients.S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket,
            Key = prefix + claim,
            InputStream = content,
            ContentType = "application/json",
        }, cancel);
        return claim;
    }

    /// <summary>A payload that is kept; null where there is none, or this process may not read it, which S3 does not tell apart.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> FindAsync(string claim, CancellationToken cancel)
    {
        try
        {
            using var answer = await clients.S3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = prefix + claim }, cancel);
            if (answer.ContentLength > TopicLimits.MaxClaimedMessageBytes)
            {
                return null;
            }

            var payload = new byte[answer.ContentLength];
            await answer.ResponseStream.ReadExactlyAsync(payload, cancel);
            return payload;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return null;
        }
    }
}

using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Klotho.Aws;

/// <summary>
/// The request that makes an object exist, and how it ended. The SDK sends it again where an answer was lost; S3 may then refuse what it
/// had done already. So a write leaves an id of its own in the object's metadata, and whoever is refused looks whose id is there.
/// Source: docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html, 2026-11-23.
/// </summary>
internal sealed class S3Write(IAmazonS3 client, string bucket, string key, string path, bool ifAbsent, string? ifTag)
{
    private const string IdName = "klotho-write";
    private const int Tries = 5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);

    private readonly string _id = Guid.NewGuid().ToString("N");

    /// <summary>Whether only some objects may be written over, so that the write may be refused.</summary>
    public bool IsConditional => ifAbsent || ifTag is not null;

    /// <summary>The header <c>If-None-Match</c>.</summary>
    public string? IfNoneMatch => ifAbsent ? "*" : null;

    /// <summary>The header <c>If-Match</c>.</summary>
    /// <exception cref="ConcurrencyException">No object can have the tag.</exception>
    public string? IfMatch => ifTag is null ? null : ifTag.All(letter => letter is > ' ' and <= '~' and not '"') ? $"\"{ifTag}\"" : throw Conflict();

    /// <summary>Has the object say whose it is.</summary>
    public void Sign(MetadataCollection metadata) => metadata[IdName] = _id;

    /// <summary>Sends what makes the object exist, and answers with its tag.</summary>
    /// <exception cref="ConcurrencyException">The condition does not hold.</exception>
    /// <exception cref="IOException">It is not known whether the object was written.</exception>
    public async Task<string> RunAsync<T>(Func<T> make, Func<T, Task<string>> send, CancellationToken cancel)
        where T : AmazonWebServiceRequest
    {
        for (var (turn, wait) = (1, FirstWait); ; turn++, wait *= 2)
        {
            var request = make();
            var sent = new SentRequest(request);
            try
            {
                return await send(request);
            }
            catch (AmazonS3Exception failure) when (turn < Tries && failure.StatusCode == HttpStatusCode.Conflict)
            {
                // Something else happened to the object meanwhile, and what the condition comes to is for the next try to say.
            }
            catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.PreconditionFailed || (ifTag is not null && failure.ErrorCode == "NoSuchKey"))
            {
                return await FindAsync(cancel) switch
                {
                    { IsKnown: true, Tag: { } own } => own,
                    { IsKnown: false } when sent.WasRepeated => throw new IOException(
                        $"It is not known whether the file '{path}' was written: it was sent more than once, what S3 answered first was lost, and the unit may not look.", failure),
                    _ => throw Conflict(failure),
                };
            }
            catch (AmazonS3Exception failure) when (failure.ErrorCode == "NoSuchUpload")
            {
                if (await FindAsync(cancel) is { Tag: { } own })
                {
                    return own;
                }

                throw;
            }

            await Task.Delay(wait * (0.5 + Random.Shared.NextDouble()), cancel);
        }
    }

    private ConcurrencyException Conflict(Exception? failure = null) => new(
        $"The file '{path}' was not written because it {(ifTag is null ? "exists" : "does not have the tag that was read: somebody else wrote or deleted it in between")}.", failure);

    /// <summary>The object's tag, if it is the one that this write made, unless the unit may not look.</summary>
    private async Task<(bool IsKnown, string? Tag)> FindAsync(CancellationToken cancel)
    {
        try
        {
            var there = await client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = key }, cancel);
            return (true, there.Metadata[IdName] == _id ? there.ETag : null);
        }
        catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.NotFound)
        {
            return (true, null);
        }
        catch (AmazonS3Exception failure) when (AwsRefusal.IsOne(failure))
        {
            return (false, null);
        }
    }
}

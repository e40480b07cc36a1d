using System.Buffers;
using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// Files as objects of a bucket, below a prefix. Content is streamed: a write holds one part of 8 MiB in memory, a read nothing.
/// A file is at most 10,000 parts (78 GiB); one that must be absent, or have a tag, is refused by S3 itself, however many write at once.
/// Listings do not tell media types: there <see cref="BlobInfo.ContentType"/> is empty.
/// Source: docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html and conditional-writes.html, 2026-11-22.
/// </summary>
internal sealed class S3BlobDriver(IAwsClients clients, string bucket, string prefix) : IBlobDriver, ICheckedDriver
{
    public async ValueTask CheckAsync(CancellationToken cancel)
    {
        try
        {
            await clients.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, MaxKeys = 1 }, cancel);
        }
        catch (AmazonS3Exception failure) when (AwsRefusal.IsOne(failure))
        {
            // The unit lists nothing.
        }
    }

    public ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions options, CancellationToken cancel) =>
        WriteAsync(path, content, options, null, cancel);

    public ValueTask<BlobInfo> ReplaceAsync(string path, string tag, Stream content, BlobWriteOptions options, CancellationToken cancel) =>
        WriteAsync(path, content, options, tag, cancel);

    public async ValueTask<Blob?> ReadAsync(string path, BlobRange range, CancellationToken cancel)
    {
        if (range.Length == 0)
        {
            return await NothingOfAsync(path, range, cancel);
        }

        try
        {
            var answer = await clients.S3.GetObjectAsync(
                new GetObjectRequest { BucketName = bucket, Key = KeyOf(path), ByteRange = range.IsWhole ? null : S3Range.Of(range) }, cancel);
            var length = range.IsWhole ? answer.ContentLength : S3Range.FileLength(answer.ContentRange);
            var info = new BlobInfo(path, length, answer.Headers.ContentType ?? "", TagOf(answer.ETag));
            return new Blob(info, answer.ResponseStream, range.In(length).Start, answer.ContentLength);
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchKey")
        {
            return null;
        }
        catch (AmazonS3Exception outside) when (outside.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            var nothing = await NothingOfAsync(path, range, cancel);
            if (nothing is not null && range.In(nothing.Info.Length).Length > 0)
            {
                // Somebody has written a longer file in between.
                throw;
            }

            return nothing;
        }
    }

    public async ValueTask<BlobInfo?> StatAsync(string path, CancellationToken cancel)
    {
        try
        {
            var answer = await clients.S3.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = KeyOf(path) }, cancel);
            return new BlobInfo(path, answer.ContentLength, answer.Headers.ContentType ?? "", TagOf(answer.ETag));
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // The SDK takes the end, less the whole second that it is by then, so the next one may have begun; and https, wherever S3 is.
    public async ValueTask<Uri> LinkAsync(string path, TimeSpan lifetime, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var server = clients.S3.DetermineServiceOperationEndpoint(new GetObjectRequest { BucketName = bucket, Key = KeyOf(path) });
        var request = new GetPreSignedUrlRequest
        {
            BucketName = bucket,
            Key = KeyOf(path),
            Verb = HttpVerb.GET,
            Protocol = server.URL.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? Protocol.HTTP : Protocol.HTTPS,
            Expires = DateTime.UnixEpoch.AddSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + Math.Min(Math.Ceiling(lifetime.TotalSeconds) + 1, BlobLimits.MaxLinkLifetime.TotalSeconds)),
        };
        return new Uri(await clients.S3.GetPreSignedURLAsync(request));
    }

    public async ValueTask<bool> DeleteAsync(string path, CancellationToken cancel)
    {
        // S3 does not say whether there was something to delete.
        if (await StatAsync(path, cancel) is null)
        {
            return false;
        }

        await clients.S3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucket, Key = KeyOf(path) }, cancel);
        return true;
    }

    public async ValueTask<bool> DeleteAsync(string path, string tag, CancellationToken cancel)
    {
        // Where S3 is spoken by somebody who does not know the condition, this notices what was written before.
        if (await StatAsync(path, cancel) is not { } there)
        {
            return false;
        }

        return await new S3Deletion(clients.S3, bucket, KeyOf(path), path).RunAsync(tag, there, cancel);
    }

    public async IAsyncEnumerable<BlobInfo> ListAsync(string listed, [EnumeratorCancellation] CancellationToken cancel)
    {
        string? next = null;
        do
        {
            var page = await clients.S3.ListObjectsV2Async(new ListObjectsV2Request
            {
                BucketName = bucket,
                Prefix = prefix + listed,
                ContinuationToken = next,
                // A path may hold what XML cannot.
                Encoding = EncodingType.Url,
            }, cancel);
            foreach (var found in page.S3Objects ?? [])
            {
                var key = page.Encoding == EncodingType.Url ? WebUtility.UrlDecode(found.Key) : found.Key;
                yield return new BlobInfo(key[prefix.Length..], found.Size ?? 0, "", TagOf(found.ETag));
            }

            next = page.NextContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));
    }

    /// <summary>The tag of an entity without its quotes.</summary>
    internal static string TagOf(string tag) => tag.Trim('"');

    private async ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions options, string? tag, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(S3Upload.PartBytes);
        var first = buffer.AsMemory(0, S3Upload.PartBytes);
        var write = new S3Write(clients.S3, bucket, KeyOf(path), path, options.IfAbsent, tag);
        var length = await content.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancel);
        var written = length < first.Length
            ? await PutAsync(path, buffer, length, write, options, cancel)
            : await new S3Upload(clients.S3, bucket, KeyOf(path), path, write, options).RunAsync(buffer, content, cancel);

        // Only now: a request that was broken off may still read from it.
        ArrayPool<byte>.Shared.Return(buffer);
        return written;
    }

    // S3 has no range without a byte.
    private async ValueTask<Blob?> NothingOfAsync(string path, BlobRange range, CancellationToken cancel) =>
        await StatAsync(path, cancel) is { } info ? new Blob(info, Stream.Null, range.In(info.Length).Start, 0) : null;

    private async Task<BlobInfo> PutAsync(string path, byte[] buffer, int length, S3Write write, BlobWriteOptions options, CancellationToken cancel)
    {
        var tag = await write.RunAsync(Request, async request => (await clients.S3.PutObjectAsync(request, cancel)).ETag, cancel);
        return new BlobInfo(path, length, options.ContentType, TagOf(tag));

        PutObjectRequest Request()
        {
            var request = new PutObjectRequest
            {
                BucketName = bucket,
                Key = KeyOf(path),
                InputStream = new MemoryStream(buffer, 0, length),
                ContentType = options.ContentType,
                IfNoneMatch = write.IfNoneMatch,
                IfMatch = write.IfMatch,
            };
            if (write.IsConditional)
            {
                write.Sign(request.Metadata);
            }

            return request;
        }
    }

    private string KeyOf(string path) => prefix + path;
}

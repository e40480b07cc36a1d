using Amazon.S3;
using Amazon.S3.Model;

namespace Klotho.Aws;

/// <summary>
/// Writes an object in parts, one after the other, so that memory stays bounded whatever the length. Nothing is visible before
/// the last step; a write that fails removes its parts.
/// </summary>
internal sealed class S3Upload(IAmazonS3 client, string bucket, string key, string path, S3Write write, BlobWriteOptions options)
{
    /// <summary>A part's length: at least 5 MiB on S3, but for the last.</summary>
    public const int PartBytes = 8 * 1024 * 1024;

    // Source: docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html, 2026-11-22.
    private const int MaxParts = 10_000;

    private readonly List<PartETag> _parts = [];
    private long _length;

    /// <summary>Uploads a first part, which fills <paramref name="buffer"/> up to <see cref="PartBytes"/>, and the rest of the content.</summary>
    public async Task<BlobInfo> RunAsync(byte[] buffer, Stream rest, CancellationToken cancel)
    {
        var upload = new InitiateMultipartUploadRequest { BucketName = bucket, Key = key, ContentType = options.ContentType };
        write.Sign(upload.Metadata);
        var begun = await client.InitiateMultipartUploadAsync(upload, cancel);
        var done = false;
        try
        {
            var part = buffer.AsMemory(0, PartBytes);
            for (var count = PartBytes; count > 0; count = await rest.ReadAtLeastAsync(part, PartBytes, throwOnEndOfStream: false, cancel))
            {
                await UploadAsync(begun.UploadId, new MemoryStream(buffer, 0, count), cancel);
            }

            var tag = await write.RunAsync(
                () => new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = begun.UploadId, PartETags = _parts, IfNoneMatch = write.IfNoneMatch, IfMatch = write.IfMatch },
                async request => (await client.CompleteMultipartUploadAsync(request, cancel)).ETag,
                cancel);
            done = true;
            return new BlobInfo(path, _length, options.ContentType, S3BlobDriver.TagOf(tag));
        }
        finally
        {
            if (!done)
            {
                // The write has failed already and says why. A bucket's lifecycle removes what is left.
                await AbortAsync(begun.UploadId).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task UploadAsync(string upload, MemoryStream part, CancellationToken cancel)
    {
        if (_parts.Count == MaxParts)
        {
            throw new PayloadTooLargeException($"The file '{path}' is over the limit of {(long)MaxParts * PartBytes} bytes.");
        }

        var (number, length) = (_parts.Count + 1, part.Length);
        var answer = await client.UploadPartAsync(
            new UploadPartRequest { BucketName = bucket, Key = key, UploadId = upload, PartNumber = number, InputStream = part, PartSize = length }, cancel);
        _parts.Add(new PartETag(number, answer.ETag));
        _length += length;
    }

    private async Task AbortAsync(string upload) => await client.AbortMultipartUploadAsync(
        new AbortMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = upload }, CancellationToken.None);
}

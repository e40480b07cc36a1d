using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Benchmarks.Runtime;

/// <summary>S3, by the SDK of AWS.</summary>
internal static class S3Pairs
{
    /// <summary>Of how many operations of others that with a large object does one.</summary>
    public const int OneOfLarge = 50;

    private const int FileBytes = 64 * 1024;
    private const int RangeStart = 1024;
    private const int RangeBytes = 4 * 1024;

    // The runtime's parts are as long.
    private const int PartBytes = 8 * 1024 * 1024;
    private const int LargeBytes = PartBytes + (1024 * 1024);

    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        var s3 = new AmazonS3Client(new AmazonS3Config { ForcePathStyle = true });
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = RuntimeServers.Name });
        var objects = servers.App.Services.GetRequiredKeyedService<IBlobStore>("objects");
        return [.. Whole(s3, objects), Large(s3, objects), Range(s3, objects), .. Others(s3, objects)];
    }

    private static IEnumerable<OperationPair> Whole(AmazonS3Client s3, IBlobStore objects)
    {
        var file = new byte[FileBytes];
        yield return new("write 64 KB, S3", "`PutObject`", async number =>
        {
            using var content = new MemoryStream(file);
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = RuntimeServers.Name, Key = $"raw/{number % 100}", InputStream = content });
        }, async number =>
        {
            using var content = new MemoryStream(file);
            await objects.WriteAsync($"{number % 100}", content);
        });
        yield return new("read 64 KB, S3", "`GetObject`", async number =>
        {
            using var answer = await s3.GetObjectAsync(RuntimeServers.Name, $"raw/{number % 100}");
            await answer.ResponseStream.CopyToAsync(Stream.Null);
        }, async number =>
        {
            await using var blob = await objects.ReadAsync($"{number % 100}");
            await (blob?.Content ?? Stream.Null).CopyToAsync(Stream.Null);
        });
    }

    private static OperationPair Large(AmazonS3Client s3, IBlobStore objects)
    {
        var large = new byte[LargeBytes];
        return new("write 9 MB in two parts, S3", "`CreateMultipartUpload`, `UploadPart` of each one after the other, `CompleteMultipartUpload`", _ => UploadAsync(s3, large), async _ =>
        {
            using var content = new MemoryStream(large);
            await objects.WriteAsync("large", content);
        })
        {
            OneOf = OneOfLarge,
        };
    }

    private static OperationPair Range(AmazonS3Client s3, IBlobStore objects) => new("read 4 KB of 64, S3", "`GetObject` with a range", async number =>
    {
        using var answer = await s3.GetObjectAsync(new GetObjectRequest
        {
            BucketName = RuntimeServers.Name,
            Key = $"raw/{number % 100}",
            ByteRange = new ByteRange(RangeStart, RangeStart + RangeBytes - 1),
        });
        await answer.ResponseStream.CopyToAsync(Stream.Null);
    }, async number =>
    {
        await using var blob = await objects.ReadAsync($"{number % 100}", BlobRange.Of(RangeStart, RangeBytes));
        await (blob?.Content ?? Stream.Null).CopyToAsync(Stream.Null);
    });

    private static IEnumerable<OperationPair> Others(AmazonS3Client s3, IBlobStore objects)
    {
        yield return new("stat, S3", "`HeadObject`", async number => await s3.GetObjectMetadataAsync(RuntimeServers.Name, $"raw/{number % 100}"), async number => await objects.StatAsync($"{number % 100}"));
        yield return new("list of 11, S3", "`ListObjectsV2`, with names encoded, which may hold what XML cannot", async _ => await ListAsync(s3), async _ => await objects.ListAsync("1").CountAsync());
        yield return new("delete, S3", "`HeadObject` and `DeleteObject`: S3 does not say whether it was there", async number =>
        {
            await s3.GetObjectMetadataAsync(RuntimeServers.Name, $"raw/{number % 100}");
            await s3.DeleteObjectAsync(RuntimeServers.Name, $"raw/{number % 100}");
        }, async number => await objects.DeleteAsync($"{number % 100}"))
        {
            BeforeRaw = async number => await s3.PutObjectAsync(new PutObjectRequest { BucketName = RuntimeServers.Name, Key = $"raw/{number % 100}", ContentBody = "gone soon" }),
            BeforeOurs = async number =>
            {
                using var content = new MemoryStream("gone soon"u8.ToArray());
                await objects.WriteAsync($"{number % 100}", content);
            },
        };
    }

    private static async Task ListAsync(AmazonS3Client client)
    {
        var page = await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = RuntimeServers.Name, Prefix = "raw/1", Encoding = EncodingType.Url });
        page.S3Objects.ForEach(found => WebUtility.UrlDecode(found.Key));
    }

    private static async Task UploadAsync(AmazonS3Client client, byte[] large)
    {
        const string Key = "raw-large";
        var begun = await client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = RuntimeServers.Name, Key = Key });
        using var content = new MemoryStream(large);
        var part = new byte[PartBytes];
        var parts = new List<PartETag>();
        int count;
        while ((count = await content.ReadAtLeastAsync(part, PartBytes, throwOnEndOfStream: false)) > 0)
        {
            var answer = await client.UploadPartAsync(new UploadPartRequest
            {
                BucketName = RuntimeServers.Name,
                Key = Key,
                UploadId = begun.UploadId,
                PartNumber = parts.Count + 1,
                InputStream = new MemoryStream(part, 0, count),
                PartSize = count,
            });
            parts.Add(new PartETag(parts.Count + 1, answer.ETag));
        }

        await client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = RuntimeServers.Name, Key = Key, UploadId = begun.UploadId, PartETags = parts });
    }
}

using System.Net;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Klotho.Aws;
using Klotho.Runtime.Tests.Aws;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Benchmarks.Runtime;

/// <summary>S3 by the SDK of AWS, and topics.</summary>
internal static class AwsPairs
{
    private const int FileBytes = 64 * 1024;

    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        var s3 = new AmazonS3Client(new AmazonS3Config { ForcePathStyle = true });
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = RuntimeServers.Name });
        var objects = servers.App.Services.GetRequiredKeyedService<IBlobStore>("objects");
        var file = new byte[FileBytes];
        return
        [
            new("write 64 KB, S3", "`PutObject`", async number =>
            {
                using var content = new MemoryStream(file);
                await s3.PutObjectAsync(new PutObjectRequest { BucketName = RuntimeServers.Name, Key = $"raw/{number % 100}", InputStream = content });
            }, async number =>
            {
                using var content = new MemoryStream(file);
                await objects.WriteAsync($"{number % 100}", content);
            }),
            new("read 64 KB, S3", "`GetObject`", async number =>
            {
                using var answer = await s3.GetObjectAsync(RuntimeServers.Name, $"raw/{number % 100}");
                await answer.ResponseStream.CopyToAsync(Stream.Null);
            }, async number =>
            {
                await using var blob = await objects.ReadAsync($"{number % 100}");
                await (blob?.Content ?? Stream.Null).CopyToAsync(Stream.Null);
            }),
            new("stat, S3", "`HeadObject`", async number => await s3.GetObjectMetadataAsync(RuntimeServers.Name, $"raw/{number % 100}"), async number => await objects.StatAsync($"{number % 100}")),
            new("list of 11, S3", "`ListObjectsV2`, with names encoded, which may hold what XML cannot", async _ => await ListAsync(s3), async _ => await objects.ListAsync("1").CountAsync()),
            new("delete, S3", "`HeadObject` and `DeleteObject`: S3 does not say whether it was there", async number =>
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
            },
            await PublishAsync(servers),
        ];
    }

    private static async Task ListAsync(AmazonS3Client client)
    {
        var page = await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = RuntimeServers.Name, Prefix = "raw/1", Encoding = EncodingType.Url });
        page.S3Objects.ForEach(found => WebUtility.UrlDecode(found.Key));
    }

    /// <summary>AWS's own client for SNS is not to be had where this runs; the runtime's makes the same request by the same SDK.</summary>
    private static async Task<OperationPair> PublishAsync(RuntimeServers servers)
    {
        using var setup = new MessagingSetup(RuntimeServers.Aws.Address);
        var topic = await setup.TopicAsync(RuntimeServers.Name, await setup.QueueAsync(RuntimeServers.Name));
        var client = servers.App.Services.GetRequiredService<IAwsClients>().Sns(topic.Region);
        var notices = servers.App.Services.GetRequiredKeyedService<ITopic<Card>>("notices");
        var attributes = new Dictionary<string, string> { ["id"] = "raw" };
        return new("publish, SNS → SQS", "`Publish`", async number => await client.PublishAsync(topic, JsonSerializer.SerializeToUtf8Bytes(Card.Of(number)), attributes, default),
            async number => await notices.PublishAsync(Card.Of(number)));
    }
}

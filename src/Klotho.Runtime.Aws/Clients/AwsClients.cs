using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.S3;

namespace Klotho.Aws;

/// <summary>
/// Clients set up by the SDK's usual means: environment, profile, and the credentials that a container, a function or a pod is given.
/// </summary>
internal sealed class AwsClients : IAwsClients, IDisposable
{
    private readonly Lazy<AmazonDynamoDBClient> _dynamoDb = new(() => new AmazonDynamoDBClient());
    private readonly Lazy<AmazonS3Client> _s3 = new(S3Client);
    private readonly ConcurrentDictionary<string, Lazy<SqsClient>> _sqs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<SnsClient>> _sns = new(StringComparer.Ordinal);

    public IAmazonDynamoDB DynamoDb => _dynamoDb.Value;

    public IAmazonS3 S3 => _s3.Value;

    public ISqsClient Sqs(string region) => _sqs.GetOrAdd(region, static name => new(() => new SqsClient(name))).Value;

    public ISnsClient Sns(string region) => _sns.GetOrAdd(region, static name => new(() => new SnsClient(name))).Value;

    public void Dispose()
    {
        Dispose(_dynamoDb);
        Dispose(_s3);
        foreach (var client in _sqs.Values)
        {
            Dispose(client);
        }

        foreach (var client in _sns.Values)
        {
            Dispose(client);
        }
    }

    private static AmazonS3Client S3Client()
    {
        var config = new AmazonS3Config();
        // Services that only speak S3's protocol have no host name for each bucket.
        config.ForcePathStyle = config.ServiceURL is { Length: > 0 };
        return new AmazonS3Client(config);
    }

    private static void Dispose<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }
}

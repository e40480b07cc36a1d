using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;

namespace Klotho.Aws;

/// <summary>
/// Clients set up by the SDK's usual means: environment, profile, and the credentials that a container, a function or a pod is given.
/// </summary>
internal sealed class AwsClients : IAwsClients, IDisposable
{
    private readonly Lazy<AmazonDynamoDBClient> _dynamoDb = new(() => new AmazonDynamoDBClient());
    private readonly Lazy<AmazonS3Client> _s3 = new(S3Client);
    private readonly ConcurrentDictionary<(Type Client, string Region), Lazy<AwsClient>> _ours = new();

    public IAmazonDynamoDB DynamoDb => _dynamoDb.Value;

    public IAmazonS3 S3 => _s3.Value;

    public ISqsClient Sqs(string region) => Ours(region, static name => new SqsClient(name));

    public ISnsClient Sns(string region) => Ours(region, static name => new SnsClient(name));

    public IEventBridgeClient EventBridge(string region) => Ours(region, static name => new EventBridgeClient(name));

    public ISecretsManagerClient SecretsManager(string region) => Ours(region, static name => new SecretsManagerClient(name));

    public ISsmClient Ssm(string? region = null) => Ours(region ?? OwnRegion(), static name => new SsmClient(name));

    public void Dispose()
    {
        Dispose(_dynamoDb);
        Dispose(_s3);
        foreach (var client in _ours.Values)
        {
            Dispose(client);
        }
    }

    private T Ours<T>(string region, Func<string, T> make)
        where T : AwsClient =>
        (T)_ours.GetOrAdd((typeof(T), region), static (key, create) => new(() => create(key.Region)), make).Value;

    // Services that only speak S3's protocol have no host name for each bucket. Asking a configuration for its endpoint makes a
    // client of it forget that endpoint, so another one is asked (AWSSDK.Core 4.0.102.18).
    private static AmazonS3Client S3Client() =>
        new(new AmazonS3Config { ForcePathStyle = new AmazonS3Config().ServiceURL is { Length: > 0 } });

    private static string OwnRegion() => FallbackRegionFactory.GetRegionEndpoint()?.SystemName
        ?? throw new AmazonClientException("No region is set: set AWS_REGION.");

    private static void Dispose<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }
}

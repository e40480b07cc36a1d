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
    private readonly Lazy<AmazonDynamoDBClient> _dynamoDb = new(() => new AmazonDynamoDBClient(DynamoDbConfig()));
    private readonly Lazy<AmazonS3Client> _s3 = new(() => new AmazonS3Client(S3Config()));
    private readonly ConcurrentDictionary<(Type Client, string Region), Lazy<AwsClient>> _ours = new();

    /// <summary>How DynamoDB is spoken to. What the SDK sends again on another connection it does not count by itself, and a lost answer must not go unseen.</summary>
    public static AmazonDynamoDBConfig DynamoDbConfig() => new() { MaxStaleConnectionRetries = 0 };

    /// <summary>
    /// How S3 is spoken to, with the same count. Services that only speak its protocol have no host name for each bucket. Asking a
    /// configuration for its endpoint makes a client of it forget that endpoint, so another one is asked (AWSSDK.Core 4.0.102.18).
    /// </summary>
    public static AmazonS3Config S3Config() => new() { MaxStaleConnectionRetries = 0, ForcePathStyle = new AmazonS3Config().ServiceURL is { Length: > 0 } };

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

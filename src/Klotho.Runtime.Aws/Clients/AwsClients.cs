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
    private readonly ConcurrentDictionary<string, Lazy<SqsClient>> _sqs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<SnsClient>> _sns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<SecretsManagerClient>> _secrets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<SsmClient>> _ssm = new(StringComparer.Ordinal);

    public IAmazonDynamoDB DynamoDb => _dynamoDb.Value;

    public IAmazonS3 S3 => _s3.Value;

    public ISqsClient Sqs(string region) => _sqs.GetOrAdd(region, static name => new(() => new SqsClient(name))).Value;

    public ISnsClient Sns(string region) => _sns.GetOrAdd(region, static name => new(() => new SnsClient(name))).Value;

    public ISecretsManagerClient SecretsManager(string region) =>
        _secrets.GetOrAdd(region, static name => new(() => new SecretsManagerClient(name))).Value;

    public ISsmClient Ssm(string? region = null) => _ssm.GetOrAdd(region ?? OwnRegion(), static name => new(() => new SsmClient(name))).Value;

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

        foreach (var client in _secrets.Values)
        {
            Dispose(client);
        }

        foreach (var client in _ssm.Values)
        {
            Dispose(client);
        }
    }

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

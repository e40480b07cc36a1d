using Amazon.DynamoDBv2;
using Amazon.S3;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>DynamoDB where a script answers for it.</summary>
internal sealed class ScriptedClients(ScriptedService service) : IAwsClients, IDisposable
{
    public IAmazonDynamoDB DynamoDb { get; } = new AmazonDynamoDBClient(new AmazonDynamoDBConfig { ServiceURL = service.Address.ToString() });

    public IAmazonS3 S3 => throw new NotSupportedException();

    public ISqsClient Sqs(string region) => throw new NotSupportedException();

    public ISnsClient Sns(string region) => throw new NotSupportedException();

    public IEventBridgeClient EventBridge(string region) => throw new NotSupportedException();

    public ISecretsManagerClient SecretsManager(string region) => throw new NotSupportedException();

    public ISsmClient Ssm(string? region = null) => throw new NotSupportedException();

    public void Dispose() => DynamoDb.Dispose();
}

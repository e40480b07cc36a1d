using Amazon.DynamoDBv2;
using Amazon.S3;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>Has no client to give, but for those that an heir has.</summary>
internal class NoClients : IAwsClients
{
    public virtual IAmazonDynamoDB DynamoDb => throw new NotSupportedException();

    public virtual IAmazonS3 S3 => throw new NotSupportedException();

    public ISqsClient Sqs(string region) => throw new NotSupportedException();

    public ISnsClient Sns(string region) => throw new NotSupportedException();

    public IEventBridgeClient EventBridge(string region) => throw new NotSupportedException();

    public ISecretsManagerClient SecretsManager(string region) => throw new NotSupportedException();

    public ISsmClient Ssm(string? region = null) => throw new NotSupportedException();
}

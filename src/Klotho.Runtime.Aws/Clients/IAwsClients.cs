using Amazon.DynamoDBv2;
using Amazon.S3;

namespace Klotho.Aws;

/// <summary>
/// The clients of AWS that the runtime calls, each made on first use. Register another implementation before
/// <c>AddKlothoAws</c> to set up clients otherwise.
/// </summary>
public interface IAwsClients
{
    /// <summary>Amazon DynamoDB in the process's region.</summary>
    IAmazonDynamoDB DynamoDb { get; }

    /// <summary>Amazon S3 in the process's region.</summary>
    IAmazonS3 S3 { get; }

    /// <summary>Amazon SQS in a region.</summary>
    ISqsClient Sqs(string region);

    /// <summary>Amazon SNS in a region.</summary>
    ISnsClient Sns(string region);

    /// <summary>Amazon EventBridge in a region.</summary>
    IEventBridgeClient EventBridge(string region);

    /// <summary>AWS Secrets Manager in a region.</summary>
    ISecretsManagerClient SecretsManager(string region);

    /// <summary>AWS Systems Manager in a region; in the process's where none is named.</summary>
    ISsmClient Ssm(string? region = null);
}

using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>DynamoDB and S3 at an address where a script answers for them, or a network with faults begins.</summary>
internal sealed class ClientsAt(Uri address) : NoClients, IDisposable
{
    public override IAmazonDynamoDB DynamoDb { get; } = new AmazonDynamoDBClient(At(AwsClients.DynamoDbConfig(), address));

    public override IAmazonS3 S3 { get; } = new AmazonS3Client(At(AwsClients.S3Config(), address));

    public void Dispose()
    {
        DynamoDb.Dispose();
        S3.Dispose();
    }

    private static T At<T>(T config, Uri address)
        where T : ClientConfig
    {
        config.ServiceURL = address.ToString();
        return config;
    }
}

using Amazon.DynamoDBv2;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>DynamoDB where a script answers for it.</summary>
internal sealed class ScriptedClients(ScriptedService service) : NoClients, IDisposable
{
    public override IAmazonDynamoDB DynamoDb { get; } = new AmazonDynamoDBClient(new AmazonDynamoDBConfig { ServiceURL = service.Address.ToString() });

    public void Dispose() => DynamoDb.Dispose();
}

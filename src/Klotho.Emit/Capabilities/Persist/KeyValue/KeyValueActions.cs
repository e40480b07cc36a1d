namespace Klotho.Emit.Capabilities.Persist.KeyValue;

/// <summary>The DynamoDB actions behind <c>IKeyValueStore</c> (Service Authorization Reference: Amazon DynamoDB, read 2026-11-22).</summary>
internal static class KeyValueActions
{
    public static readonly OperationActions DynamoDb = new(new(
    [
        new("IKeyValueStore.GetAsync", "dynamodb:GetItem"),
        new("IKeyValueStore.PutAsync", "dynamodb:PutItem"),
        new("IKeyValueStore.DeleteAsync", "dynamodb:DeleteItem"),
        new("IKeyValueStore.QueryAsync", "dynamodb:Query"),
        new("IKeyValueStore.ScanAsync", "dynamodb:Scan"),
    ]));
}

using Klotho.Analysis.Collections;

namespace Klotho.Emit.Capabilities.Persist.KeyValue;

/// <summary>The actions behind <c>IKeyValueStore</c> (Service Authorization Reference: Amazon DynamoDB, Amazon ElastiCache, read 2026-11-22).</summary>
internal static class KeyValueActions
{
    /// <summary>The operation that writes items that end.</summary>
    public const string Expiring = "IKeyValueStore.PutExpiringAsync";

    public static readonly OperationActions DynamoDb = new(new(
    [
        new("IKeyValueStore.GetAsync", "dynamodb:GetItem"),
        new("IKeyValueStore.PutAsync", "dynamodb:PutItem"),
        new(Expiring, "dynamodb:PutItem"),
        new("IKeyValueStore.DeleteAsync", "dynamodb:DeleteItem"),
        new("IKeyValueStore.QueryAsync", "dynamodb:Query"),
        new("IKeyValueStore.ScanAsync", "dynamodb:Scan"),
        new("IKeyValueStore.GetManyAsync", "dynamodb:BatchGetItem"),
        new("IKeyValueStore.PutManyAsync", "dynamodb:BatchWriteItem"),
        new("IKeyValueStore.DeleteManyAsync", "dynamodb:BatchWriteItem"),
    ]));

    /// <summary>To sign in, whatever is done then.</summary>
    public static readonly OperationActions Redis = new(DynamoDb.Table.Items.Select(row => row with { Action = InMemoryActions.ElastiCache }).ToEquatableArray());
}

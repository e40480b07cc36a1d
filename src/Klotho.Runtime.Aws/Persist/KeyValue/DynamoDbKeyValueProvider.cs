using System.Text.RegularExpressions;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Opens stores in tables: <c>dynamodb://table</c>.</summary>
internal sealed partial class DynamoDbKeyValueProvider(IAwsClients clients, TimeProvider time) : IDriverProvider<IKeyValueDriver>
{
    public string Scheme => "dynamodb";

    public IKeyValueDriver Open(string id, ResourceBinding binding) => TableName.IsMatch(binding.Target)
        ? new DynamoDbKeyValueDriver(clients, binding.Target, time)
        : throw binding.Malformed("dynamodb://table, with the table's name");

    // Source: docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html, 2026-11-22.
    [GeneratedRegex(@"^[A-Za-z0-9_.-]{3,255}\z")]
    private static partial Regex TableName { get; }
}

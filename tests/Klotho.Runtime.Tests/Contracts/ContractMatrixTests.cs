using System.Globalization;
using System.Reflection;
using System.Text;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>
/// The table in docs/runtime.md of contracts and implementations, which is written from the classes of the tests. <c>KLOTHO_UPDATE_GOLDEN=1</c> writes it anew.
/// </summary>
public sealed class ContractMatrixTests
{
    // What the names of the classes begin with, in the order of the table.
    private static readonly (string Prefix, string Shown)[] Implementations =
    [
        ("Memory", "memory"), ("File", "files"), ("Chaos", "memory, with faults on purpose"), ("DynamoDb", "DynamoDB"), ("S3", "S3"), ("SnsSqs", "SNS → SQS"),
        ("Sns", "SNS → SQS"), ("EventBridge", "EventBridge → SQS"), ("Postgres", "PostgreSQL"), ("Redis", "Redis"), ("RabbitMq", "RabbitMQ"), ("Sqlite", "SQLite"),
        ("Plain", "in one process"), ("Http", "over HTTP"),
    ];

    private static readonly (string Contract, string Shown)[] Contracts =
    [
        ("KeyValueStore", "key-value store"), ("BlobStore", "blob store"), ("Cache", "cache"), ("Topic", "topic"), ("Claim", "large messages"), ("UnitQueue", "queues of units"),
        ("Outbox", "outbox and inbox"), ("UnitCall", "unit call"),
    ];

    [Fact]
    public void The_document_shows_which_implementation_passes_which_contract()
    {
        var passed = typeof(ContractMatrixTests).Assembly.GetTypes().Where(type => !type.IsAbstract && ContractOf(type) is not null).ToDictionary(Place);
        Assert.Equal(Contracts.Select(contract => contract.Shown).Order(StringComparer.Ordinal), passed.Keys.Select(place => place.Contract).Distinct().Order(StringComparer.Ordinal));
        var text = new StringBuilder($"| | {string.Join(" | ", Contracts.Select(contract => contract.Shown))} |\n|---|{string.Concat(Contracts.Select(_ => "---:|"))}\n");
        foreach (var implementation in Implementations.Select(each => each.Shown).Distinct())
        {
            var cells = Contracts.Select(contract => passed.TryGetValue((implementation, contract.Shown), out var type) ? Tests(type) : "");
            text.Append(CultureInfo.InvariantCulture, $"| {implementation} | {string.Join(" | ", cells)} |\n");
        }

        var document = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../docs/runtime.md"));
        MarkedDocument.Check(document, ("contracts", $"{text}"));
    }

    /// <summary>The abstract class of tests that a class derives from.</summary>
    private static Type? ContractOf(Type type) =>
        type.BaseType is { } above ? above.IsAbstract && above.Name.EndsWith("Contract", StringComparison.Ordinal) ? above : ContractOf(above) : null;

    private static (string Implementation, string Contract) Place(Type type)
    {
        var contract = Contracts.SingleOrDefault(contract => $"{contract.Contract}Contract" == ContractOf(type)?.Name);
        Assert.True(contract.Shown is not null, $"{ContractOf(type)} has no column: name it in {nameof(ContractMatrixTests)}.");
        var implementation = Implementations.SingleOrDefault(each => type.Name == $"{each.Prefix}{contract.Contract}Tests");
        Assert.True(implementation.Shown is not null, $"{type} has no row: name its technology in {nameof(ContractMatrixTests)}.");
        return (implementation.Shown, contract.Shown);
    }

    /// <summary>How many tests of the contract, and how many of the implementation alone.</summary>
    private static string Tests(Type type)
    {
        var tests = type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null).ToLookup(method => method.DeclaringType == type);
        return tests[true].Any() ? $"{tests[false].Count()} + {tests[true].Count()}" : $"{tests[false].Count()}";
    }
}

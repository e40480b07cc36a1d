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
    private const string Suffix = "Contract";

    // In the order of the table. What is not among these comes behind them, by the name that its class has.
    private static readonly (string Name, string Shown)[] Implementations =
    [
        ("Memory", "memory"), ("File", "files"), ("Chaos", "memory, with faults on purpose"), ("DynamoDb", "DynamoDB"), ("S3", "S3"), ("SnsSqs", "SNS → SQS"),
        ("Sns", "SNS → SQS"), ("Sqs", "SQS"), ("EventBridge", "EventBridge → SQS"), ("Postgres", "PostgreSQL"), ("Redis", "Redis"), ("RabbitMq", "RabbitMQ"), ("Sqlite", "SQLite"),
        ("Plain", "in one process"), ("Http", "over HTTP"),
    ];

    private static readonly (string Name, string Shown)[] Contracts =
    [
        ("KeyValueStore", "key-value store"), ("BlobStore", "blob store"), ("Cache", "cache"), ("Topic", "topic"), ("OrderedTopic", "ordered topic"), ("Claim", "large messages"), ("UnitQueue", "queues of units"),
        ("Outbox", "outbox and inbox"), ("UnitCall", "unit call"),
    ];

    [Fact]
    public void The_document_shows_which_implementation_passes_which_contract()
    {
        var passed = typeof(ContractMatrixTests).Assembly.GetTypes().Where(type => type.IsPublic && !type.IsAbstract && ContractOf(type) is not null).ToDictionary(Place);
        var contracts = InOrder(Contracts, passed.Keys.Select(place => place.Contract));
        var text = new StringBuilder($"| | {string.Join(" | ", contracts)} |\n|---|{string.Concat(contracts.Select(_ => "---:|"))}\n");
        foreach (var implementation in InOrder(Implementations, passed.Keys.Select(place => place.Implementation)))
        {
            var cells = contracts.Select(contract => passed.TryGetValue((implementation, contract), out var type) ? Tests(type) : "");
            text.Append(CultureInfo.InvariantCulture, $"| {implementation} | {string.Join(" | ", cells)} |\n");
        }

        var document = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../docs/runtime.md"));
        MarkedDocument.Check(document, ("contracts", $"{text}"));
    }

    private static List<string> InOrder(IEnumerable<(string Name, string Shown)> known, IEnumerable<string> found) =>
        [.. known.Select(each => each.Shown).Where(found.Contains).Concat(found.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];

    /// <summary>The abstract class of tests that a class derives from.</summary>
    private static Type? ContractOf(Type type) =>
        type.BaseType is { } above ? above.IsAbstract && above.Name.EndsWith(Suffix, StringComparison.Ordinal) ? above : ContractOf(above) : null;

    private static (string Implementation, string Contract) Place(Type type)
    {
        var contract = $"{ContractOf(type)?.Name}"[..^Suffix.Length];
        var ending = $"{contract}Tests";
        Assert.True(type.Name.EndsWith(ending, StringComparison.Ordinal), $"{type} passes the contract '{contract}', so its name is a technology with {ending} behind it.");
        return (Shown(Implementations, type.Name[..^ending.Length]), Shown(Contracts, contract));
    }

    private static string Shown((string Name, string Shown)[] known, string name) => known.SingleOrDefault(each => each.Name == name).Shown ?? name;

    /// <summary>How many tests of the contract, and how many of the implementation alone.</summary>
    private static string Tests(Type type)
    {
        var tests = type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null).ToLookup(method => method.DeclaringType == type);
        return tests[true].Any() ? $"{tests[false].Count()} + {tests[true].Count()}" : $"{tests[false].Count()}";
    }
}

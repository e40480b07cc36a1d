using System.Globalization;
using System.Text;
using Klotho.EndToEnd.Tests.SearchTheDeck;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>
/// Permissions are closed: what is called is allowed, and what is allowed is needed. <c>KLOTHO_UPDATE_GOLDEN=1</c> writes the tables
/// of docs/security.md anew.
/// </summary>
[Collection(DeckCollection.Name)]
public sealed class ClosureTests(ClosureRun run) : IClassFixture<ClosureRun>
{
    public static readonly string[] Needed = ["npm", "tesseract", "cwebp"];

    private const string Document = "docs/security.md";

    // What Lambda does for the unit to hand it messages (AWS Lambda Developer Guide: Using Lambda with Amazon SQS, execution role permissions, read 2026-11-22).
    private static readonly string[] LambdaReceives = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];

    [NeedsFact("npm", "tesseract", "cwebp")]
    public void An_operation_is_granted_what_it_calls_and_nothing_else()
    {
        Assert.NotNull(run.Operations);
        var granted = run.Operations.Roles.SelectMany(role => role.Grants)
            .SelectMany(grant => grant.Operations.Select(operation => (operation, grant.What)))
            .ToLookup(item => item.operation, item => item.What, StringComparer.Ordinal);

        Assert.Equal(run.Measured.Keys, granted.Select(operation => operation.Key).Distinct().Order(StringComparer.Ordinal));
        Assert.All(run.Measured, operation => Assert.Equal(Sorted(operation.Value), Sorted(granted[operation.Key])));
    }

    [NeedsFact("npm", "tesseract", "cwebp")]
    public async Task Every_call_of_the_sample_is_allowed_and_none_of_another_units()
    {
        var fargate = run.Sample["fargate"];
        var own = await PolicySimulator.DecideAsync(fargate, run.Called.SelectMany(unit => unit.Value.Select(call => (fargate.RoleOf(unit.Key), call))));
        Assert.All(own, item => Assert.Equal((item.Call, PolicySimulator.Allowed), item));

        // On Lambda, Lambda itself asks the queues.
        var lambda = run.Sample["lambda"];
        var onLambda = await PolicySimulator.DecideAsync(lambda, run.Called.SelectMany(unit => unit.Value
            .Where(call => !call.Action.StartsWith("sqs:", StringComparison.Ordinal))
            .Select(call => (lambda.RoleOf(unit.Key), call))));
        Assert.All(onLambda, item => Assert.Equal((item.Call, PolicySimulator.Allowed), item));

        var others = await PolicySimulator.DecideAsync(fargate, run.Called.SelectMany(unit => unit.Value
            .Where(call => !Reachable(fargate, "main", onLambda: false).Any(reachable => Covers(reachable, call)))
            .Select(call => (fargate.RoleOf("main"), call))));
        Assert.NotEmpty(others);
        Assert.All(others, item => Assert.NotEqual(PolicySimulator.Allowed, item.Decision));
    }

    [NeedsFact("npm", "tesseract", "cwebp")]
    public void A_unit_is_granted_exactly_what_its_code_reaches() =>
        Assert.All(run.Sample, sample => Assert.All(run.Called.Keys, unit =>
        {
            Assert.Equal(Sorted(Reachable(sample.Value, unit, sample.Key == "lambda")), Sorted(GrantedToCode(sample.Value, unit)));
            Assert.All(run.Called[unit].Where(call => sample.Key == "fargate"), call => Assert.Contains(Reachable(sample.Value, unit, onLambda: false), reachable => Covers(reachable, call)));
        }));

    [NeedsFact("npm", "tesseract", "cwebp")]
    public void The_document_shows_it()
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, Document));
        var expected = Replace(Replace(text, "operations", OperationTable()), "closure", ClosureTable());
        if (Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(Checkout.Root, Document), expected);
        }

        Assert.Equal(expected, File.ReadAllText(Path.Combine(Checkout.Root, Document)));
    }

    private string OperationTable()
    {
        var text = new StringBuilder("\n| operation | calls |\n|---|---|\n");
        foreach (var (operation, calls) in run.Measured)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{(operation == MeasuredOperations.Handling ? "a handler, outside of Lambda" : operation)}` | {string.Join(", ", calls.GroupBy(call => Part(call.Resource)).OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => $"{string.Join(", ", part.Select(call => $"`{call.Action}`").Order(StringComparer.Ordinal))} on the {part.Key}"))} |\n");
        }

        return text.ToString();
    }

    private string ClosureTable()
    {
        var text = new StringBuilder("\n| units on | unit | granted to the code | reachable by the code | ratio |\n|---|---|---|---|---|\n");
        foreach (var (type, permissions) in run.Sample)
        {
            foreach (var unit in run.Called.Keys)
            {
                var (granted, reachable) = (GrantedToCode(permissions, unit).Count(), Reachable(permissions, unit, type == "lambda").Count());
                text.Append(CultureInfo.InvariantCulture, $"| {type} | {unit} | {granted} | {reachable} | {(double)granted / reachable:0.00} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>What the role allows but for what the host alone does, whose reasons name no operation.</summary>
    private static IEnumerable<AwsCall> GrantedToCode(EmittedPermissions permissions, string unit)
    {
        var role = permissions.RoleOf(unit);
        return role.Allowed.Except(role.Grants.Where(grant => grant.Target is null).Select(grant => grant.What));
    }

    /// <summary>What the operations that analysis found call by measurement, on what they are done on.</summary>
    private IEnumerable<AwsCall> Reachable(EmittedPermissions permissions, string unit, bool onLambda) => permissions.Uses
        .SelectMany(use => (use.From, use.To, use.Kind) switch
        {
            (var from, var to, "uses" or "publishes") when from == $"exec_unit:{unit}" => run.Measured.GetValueOrDefault(use.Operation, new HashSet<AwsCall>())
                .Select(call => call with { Resource = call.Resource.Replace(Stand(to), Id(to), StringComparison.Ordinal) }),
            (var from, var to, "delivers") when to == $"exec_unit:{unit}" => onLambda
                ? LambdaReceives.Select(action => new AwsCall(action, Arns.Queue($"{Id(from)}-{unit}-queue")))
                : run.Measured[MeasuredOperations.Handling].Select(call => call with { Resource = call.Resource.Replace("events-handler", $"{Id(from)}-{unit}", StringComparison.Ordinal) }),
            _ => [],
        })
        .Distinct();

    private static string Id(string node) => node.Split(':')[1];

    /// <summary>What stood in for the node when operations were measured.</summary>
    private static string Stand(string node) => node.Split(':')[0] switch { "kv" => "notes", "fs" => "files", "pubsub" => "events", _ => node };

    private static string Part(string resource) => resource switch
    {
        _ when resource.EndsWith("/*", StringComparison.Ordinal) => "bucket's files",
        _ when resource.EndsWith("-dead-letters", StringComparison.Ordinal) => "dead letters",
        _ => resource.Split(':')[2] switch { "s3" => "bucket", "dynamodb" => "table", "sns" => "topic", _ => "queue" },
    };

    private static bool Covers(AwsCall granted, AwsCall call) => granted.Action == call.Action
        && (granted.Resource == call.Resource || (granted.Resource.EndsWith("/*", StringComparison.Ordinal) && call.Resource.StartsWith(granted.Resource[..^1], StringComparison.Ordinal)));

    private static IEnumerable<string> Sorted(IEnumerable<AwsCall> calls) => calls.Select(call => $"{call.Action} {call.Resource}").Distinct().Order(StringComparer.Ordinal);

    /// <summary>Between the marks of a table stands what it is written from.</summary>
    private static string Replace(string document, string table, string text)
    {
        var (begin, end) = ($"<!-- {table} -->\n", $"\n<!-- end of {table} -->");
        var from = document.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return document[..from] + text + document[document.IndexOf(end, StringComparison.Ordinal)..];
    }
}

using System.Globalization;
using System.Text;
using Klotho.Compiler.Tests.Harness;
using Klotho.EndToEnd.Tests.SearchTheDeck;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>
/// Permissions are closed: what is called is allowed, and what is allowed is needed. <c>KLOTHO_UPDATE_GOLDEN=1</c> writes the tables
/// of docs/security.md anew.
/// </summary>
[Collection(DeckCollection.Name)]
public sealed class ClosureTests(ClosureRun run) : IClassFixture<ClosureRun>
{
    public static readonly string[] Needed = ["npm", "tesseract", "cwebp", "redis-server"];

    private const string Document = "docs/security.md";

    // What EventBridge Scheduler does for a schedule of a function (EventBridge Scheduler User Guide: Setting up the execution role, Configuring a dead-letter queue, read 2026-11-22).
    private static readonly string[] SchedulerStarts = ["lambda:InvokeFunction"];
    private static readonly string[] SchedulerKeeps = ["sqs:SendMessage"];

    [NeedsFact("npm", "tesseract", "cwebp", "redis-server")]
    public void An_operation_is_granted_what_it_calls_and_nothing_else()
    {
        var granted = run.Operations.SelectMany((application, onLambda) => application.Roles.SelectMany(role => role.Grants)
            .SelectMany(grant => grant.Operations.SelectMany(operation => Measured(operation, onLambda == 1).Select(measured => (Operation: measured, grant.What)))))
            .ToLookup(item => item.Operation, item => item.What, StringComparer.Ordinal);

        Assert.Equal(run.Measured.Keys, granted.Select(operation => operation.Key).Distinct().Order(StringComparer.Ordinal));
        Assert.All(run.Measured, operation => Assert.Equal(Sorted(operation.Value), Sorted(granted[operation.Key])));
    }

    /// <summary>A unit off Lambda is called by its name in the network, which takes no permission; on Lambda handling is another thing, and all else the same.</summary>
    private static IEnumerable<string> Measured(string operation, bool onLambda) => (operation, onLambda) switch
    {
        (MeasuredOperations.Calling, true) => [operation],
        (MeasuredOperations.Handling, true) => [MeasuredOperations.HandlingOnLambda],
        (MeasuredOperations.Calling, false) or (_, true) => [],
        _ => [operation],
    };

    [NeedsFact("npm", "tesseract", "cwebp", "redis-server")]
    public async Task Every_call_is_allowed_and_none_of_another_units()
    {
        Assert.Equal(4, run.Cases.Count);
        foreach (var application in run.Cases)
        {
            var permissions = application.Permissions;
            var own = await PolicySimulator.DecideAsync(permissions, application.Called.Keys.SelectMany(unit => application.CallsOf(unit).Select(call => (permissions.RoleOf(unit), call))));
            Assert.NotEmpty(own);
            Assert.All(own, item => Assert.Equal((application.ToString(), item.Call, PolicySimulator.Allowed), (application.ToString(), item.Call, item.Decision)));

            var others = await PolicySimulator.DecideAsync(permissions, application.Called.Keys.SelectMany(application.CallsOf)
                .Where(call => !Reachable(application, "main").Any(reachable => Covers(reachable, call)))
                .Select(call => (permissions.RoleOf("main"), call)));
            Assert.NotEmpty(others);
            Assert.All(others, item => Assert.NotEqual(PolicySimulator.Allowed, item.Decision));
        }
    }

    /// <summary>Who could invoke a unit by itself could hand it messages that never were.</summary>
    [NeedsFact("npm", "tesseract", "cwebp", "redis-server")]
    public async Task A_unit_on_Lambda_is_called_at_its_address_only()
    {
        var onLambda = run.Cases.Single(application => application.Called["main"].Any(IsCall));
        var calls = onLambda.Called["main"].Where(IsCall).Select(call => (onLambda.Permissions.RoleOf("main"), call)).ToList();

        Assert.All(await PolicySimulator.DecideAsync(onLambda.Permissions, calls, byUrl: false), item => Assert.NotEqual(PolicySimulator.Allowed, item.Decision));

        static bool IsCall(AwsCall call) => call.Action.StartsWith("lambda:", StringComparison.Ordinal);
    }

    /// <summary>Nobody else's schedule may use a role to start what it starts.</summary>
    [NeedsFact("npm", "tesseract", "cwebp", "redis-server")]
    public async Task The_role_of_a_schedule_is_the_scheduler_s_on_behalf_of_this_account()
    {
        const string Scheduler = "scheduler.amazonaws.com";
        var schedules = run.Cases.SelectMany(application => application.Permissions.Roles).Where(role => IsSchedule(role)).ToList();
        Assert.Equal(2, schedules.Count);
        foreach (var role in schedules)
        {
            Assert.Equal(PolicySimulator.Allowed, await PolicySimulator.TakesOnAsync(role, Scheduler, Arns.Account, Arns.ScheduleGroup(Arns.Account)));
            Assert.NotEqual(PolicySimulator.Allowed, await PolicySimulator.TakesOnAsync(role, Scheduler, "999999999999", Arns.ScheduleGroup("999999999999")));
            Assert.NotEqual(PolicySimulator.Allowed, await PolicySimulator.TakesOnAsync(role, "lambda.amazonaws.com", Arns.Account, Arns.ScheduleGroup(Arns.Account)));
        }
    }

    [NeedsFact("npm", "tesseract", "cwebp", "redis-server")]
    public void A_unit_is_granted_exactly_what_its_code_reaches() =>
        Assert.All(run.Cases, application => Assert.All(application.Called.Keys, unit =>
        {
            Assert.Equal(Sorted(Reachable(application, unit)), Sorted(GrantedToCode(application.Permissions, unit)));
            Assert.All(application.CallsOf(unit), call => Assert.Contains(Reachable(application, unit), reachable => Covers(reachable, call)));
        }));

    [NeedsFact("npm", "tesseract", "cwebp", "redis-server")]
    public void The_document_shows_it() =>
        MarkedDocument.Check(Path.Combine(Checkout.Root, Document), ("operations", $"{OperationTable()}\n"), ("closure", $"{ClosureTable()}\n"));

    // Called where a handler takes long, which a busy machine decides.
    private const string Slowness = "sqs:ChangeMessageVisibility";

    private string OperationTable()
    {
        var text = new StringBuilder("\n| operation | calls |\n|---|---|\n");
        foreach (var (operation, calls) in run.Measured)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{Shown(operation)}` | {string.Join(", ", calls.GroupBy(call => Part(call.Resource)).OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => $"{string.Join(", ", part.Select(call => $"`{call.Action}`").Order(StringComparer.Ordinal))} on the {part.Key}"))} |\n");
        }

        return text.ToString();
    }

    private static string Shown(string operation) => operation switch
    {
        MeasuredOperations.Handling => "a handler, outside of Lambda",
        MeasuredOperations.HandlingOnLambda => "a handler, on Lambda",
        MeasuredOperations.Calling => "a call of another unit, on Lambda",
        _ => operation,
    };

    private string ClosureTable()
    {
        var text = new StringBuilder("\n| application | units on | unit | called | granted to the code | reachable by the code | ratio |\n|---|---|---|---|---|---|---|\n");
        foreach (var application in run.Cases)
        {
            foreach (var unit in application.Called.Keys)
            {
                var (granted, reachable) = (GrantedToCode(application.Permissions, unit).Count(), Reachable(application, unit).ToList());
                var called = reachable.Count(item => item.Action != Slowness && application.CallsOf(unit).Any(call => Covers(item, call)));
                text.Append(CultureInfo.InvariantCulture, $"| {application.Application} | {application.Hosts} | {unit} | {called} | {granted} | {reachable.Count} | {(double)granted / reachable.Count:0.00} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>What the role allows but for what the host alone does, whose reasons name no operation.</summary>
    private static IEnumerable<AwsCall> GrantedToCode(EmittedPermissions permissions, string unit)
    {
        var role = permissions.RoleOf(unit);
        return IsSchedule(role) ? role.Allowed : role.Allowed.Except(role.Grants.Where(grant => grant.Target is null).Select(grant => grant.What));
    }

    /// <summary>What the operations that analysis found call by measurement, on what they are done on.</summary>
    private IEnumerable<AwsCall> Reachable(ClosureCase application, string unit) => application.Permissions.Uses
        .SelectMany(use => (use.From, use.To, use.Kind) switch
        {
            (var from, var to, "uses" or "publishes") when from == $"exec_unit:{unit}" => Like(use.Operation, Stand(application.Permissions, to), Id(to)),
            (var from, var to, "calls") when from == $"exec_unit:{unit}" && application.OnLambda.Contains(Id(to)) => Like(MeasuredOperations.Calling, "echo", Id(to)),
            (var from, var to, "delivers") when to == $"exec_unit:{unit}" =>
                Like(application.OnLambda.Contains(unit) ? MeasuredOperations.HandlingOnLambda : MeasuredOperations.Handling, "news-handler", $"{Id(from)}-{unit}"),
            (var from, var to, "triggers") when from == $"schedule:{unit}" =>
                SchedulerStarts.Select(action => new AwsCall(action, Arns.Function(Id(to)))).Concat(SchedulerKeeps.Select(action => new AwsCall(action, Arns.Queue($"{unit}-failed")))),
            _ => [],
        })
        .Distinct();

    /// <summary>What an operation calls, on something else than what stood in for it.</summary>
    private IEnumerable<AwsCall> Like(string operation, string stand, string id) => run.Measured.GetValueOrDefault(operation, new HashSet<AwsCall>())
        .Where(call => call.Resource.Contains(stand, StringComparison.Ordinal))
        .Select(call => call with { Resource = call.Resource.Replace(stand, id, StringComparison.Ordinal) });

    private static bool IsSchedule(GrantedRole role) => role.Of.StartsWith("schedule:", StringComparison.Ordinal);

    private static string Id(string node) => node.Split(':')[1];

    /// <summary>What stood in for the node when operations were measured.</summary>
    private static string Stand(EmittedPermissions permissions, string node) => node.Split(':')[0] switch
    {
        "kv" => "notes",
        "fs" => "files",
        "orm" => "rows",
        "pubsub" => permissions.TypeOf(Id(node)) == "aws:cloudwatch/eventBus:EventBus" ? "signals" : "news",
        "redis_node" or "redis_cluster" => permissions.TypeOf(Id(node)) == "aws:memorydb/cluster:Cluster" ? "lasting" : "near",
        "config" => "setting",
        "secret" => permissions.TypeOf(Id(node)) == "aws:secretsmanager/secret:Secret" ? "vault-key" : "parameter-key",
        _ => node,
    };

    private static string Part(string resource) => resource switch
    {
        _ when resource.EndsWith("/*", StringComparison.Ordinal) => "bucket's files",
        _ when resource.EndsWith("-dead-letters", StringComparison.Ordinal) => "dead letters",
        _ => resource.Split(':')[2] switch { "s3" => "bucket", "dynamodb" => "table", "sns" => "topic", "secretsmanager" => "secret", "ssm" => "parameter", "lambda" => "function", "events" => "bus", "rds-db" => "database", "sqs" => "queue", var service => $"{(service == "memorydb" ? "cluster" : "group")}{(resource.Contains("user", StringComparison.Ordinal) ? "'s user" : "")}" },
    };

    private static bool Covers(AwsCall granted, AwsCall call) => granted.Action == call.Action
        && (granted.Resource == call.Resource || (granted.Resource.EndsWith("/*", StringComparison.Ordinal) && call.Resource.StartsWith(granted.Resource[..^1], StringComparison.Ordinal)));

    private static IEnumerable<string> Sorted(IEnumerable<AwsCall> calls) => calls.Select(call => $"{call.Action} {call.Resource}").Distinct().Order(StringComparer.Ordinal);
}

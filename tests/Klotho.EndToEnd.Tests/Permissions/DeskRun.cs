using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Klotho.EndToEnd.Tests.SearchTheDeck;
using Klotho.Runtime.Tests;
using Klotho.Runtime.Tests.Aws;
using Klotho.Runtime.Tests.Aws.Lambda;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>The desk that takes orders, each unit a process that sees nothing but its own bindings, and what each of them calls.</summary>
/// <param name="values">Where secrets and parameters are.</param>
/// <param name="servers">Where the database and the cache are.</param>
/// <param name="buses">Where the topic is, if not on SNS.</param>
/// <param name="queues">Where failed starts are kept.</param>
internal sealed class DeskRun(ScriptedService values, StoreServers servers, EventBridgeStandIn buses, MessagingSetup queues)
{
    public const string Folder = "tests/Klotho.EndToEnd.Tests.Desk";

    /// <summary>What its units carry in calls of each other where no role tells who calls.</summary>
    public const string Token = "a-token-of-the-units";

    private const string Assembly = "Klotho.EndToEnd.Tests.Desk.dll";
    private const string Schedule = "nightly";

    // What the emitted bus takes events of; the simulator refuses any other.
    private const string Source = "klotho.app";

    private static readonly (string, string?) Orders = ("Klotho__Persist__orders", "dynamodb://orders");
    private static readonly (string, string?) Papers = ("Klotho__Persist__papers", "s3://papers");

    public static async Task SetUpAsync(AwsSetup aws)
    {
        await aws.TableAsync("orders");
        await aws.BucketAsync("papers");
        await aws.TopicAsync("ordered", "archive", "ledger");
        await aws.QueueAsync($"{Schedule}-failed", []);
    }

    /// <param name="emitted">What the program says of the cache's user and the schedule.</param>
    /// <param name="lambda">Whether units call each other at addresses of functions; and the secret is one of Secrets Manager, the topic one of SNS, the cache one of ElastiCache: otherwise a parameter, a bus, MemoryDB.</param>
    public async Task<SortedDictionary<string, IReadOnlySet<AwsCall>>> CallsAsync(EmittedPermissions emitted, bool lambda)
    {
        await servers.AdmitAsync(emitted);
        var (order, bus) = (lambda ? "7" : "8", buses.Bus("ordered", Source, "ordered", MessagingSetup.ArnOf("sqs", "ordered-archive-queue"), MessagingSetup.ArnOf("sqs", "ordered-ledger-queue")));
        await using var ofReceipts = await RecordingProxy.StartAsync(values.Address);
        await using var receipts = await StartAsync("receipts", ofReceipts, Papers, ("Klotho__Persist__signing_key", lambda ? $"secretsmanager://{Arns.Secret("signing-key")}" : "ssm://signing-key"));

        await using var ofArchive = await RecordingProxy.StartAsync(values.Address);
        await using var records = new PostgresDoor(ofArchive, servers.Postgres, "records");
        await using var recent = new RedisDoor(ofArchive, servers.Redis);
        await using var archive = await StartAsync(
            "archive", ofArchive, Subscription("archive", lambda), ("Klotho__Persist__records", $"postgres://app@{records.Address}/postgres?auth=iam&tls=require"),
            ("Klotho__Persist__recent", $"redis://recent-user@{recent.Address}?auth=iam&{(lambda ? "elasticache" : "memorydb")}=recent"));

        await using var ofMain = await RecordingProxy.StartAsync(values.Address, ("archive", archive.Http.BaseAddress), ("receipts", receipts.Http.BaseAddress));
        await using var functions = new FunctionUrls(ofMain.Address);
        await using var main = await StartAsync("main", ofMain,
        [
            Orders, ("Klotho__PubSub__ordered", lambda ? $"sns://{Arns.Topic("ordered")}" : $"eventbridge://{bus}?source={Source}"), ("Klotho__Config__greeting", "ssm://greeting"),
            ("Klotho__ExecUnit__archive", lambda ? FunctionUrls.AddressOf("archive") : $"{archive.Http.BaseAddress}"),
            ("Klotho__ExecUnit__receipts", lambda ? FunctionUrls.AddressOf("receipts") : $"{receipts.Http.BaseAddress}"), .. functions.Surroundings,
        ]);

        await using var ofLedger = await RecordingProxy.StartAsync(values.Address);
        await using (var ledger = await StartAsync("ledger", ofLedger, Orders, Papers, Subscription("ledger", lambda)))
        {
            using var ordered = await main.Http.PostAsync($"orders/{order}", null);
            Assert.True(ordered.IsSuccessStatusCode, $"{main.Output}\n{receipts.Output}");
            var receipt = $"{order} signed with {(lambda ? ParameterValues.OfSecret : ParameterValues.OfParameter)}";
            Assert.Equal($"{ParameterValues.OfParameter}, {receipt}", await ordered.Content.ReadAsStringAsync());
            Assert.Equal(receipt, await main.Http.GetStringAsync($"papers/{order}"));
            await Eventually.IsTrueAsync(async () => (await main.Http.GetFromJsonAsync<JsonObject>($"orders/{order}"))?["seen"]?.GetValue<bool>() == true, "the ledger saw the order");
            await ShowsAsync(main, archive, order, $"{order} is kept");
            await ShowsAsync(main, archive, order, $"{order} is kept, as was asked before");
        }

        var started = await StartOnScheduleAsync(emitted, ofLedger);
        return new(StringComparer.Ordinal)
        {
            ["archive"] = ofArchive.Calls,
            ["ledger"] = ofLedger.Calls,
            ["main"] = ofMain.Calls,
            [Schedule] = started,
            ["receipts"] = ofReceipts.Calls,
        };
    }

    /// <summary>The ledger as a function that its schedule starts, and a start that fails.</summary>
    private async Task<IReadOnlySet<AwsCall>> StartOnScheduleAsync(EmittedPermissions emitted, RecordingProxy ofLedger)
    {
        var scheduler = new SchedulerStandIn(Schedule, emitted, queues);
        await using var lambda = await LambdaSimulator.StartAsync();
        await using var ledger = DeckProcess.Start(Assembly, Path.Combine(Checkout.Root, Folder), [.. Settings("ledger", ofLedger), Orders, Papers, ("AWS_LAMBDA_RUNTIME_API", lambda.Address)]);
        await scheduler.StartAsync(lambda);
        await scheduler.StartAsync(function: null);
        return scheduler.Calls;
    }

    private static async Task ShowsAsync(DeckProcess main, DeckProcess archive, string order, string text)
    {
        await Eventually.IsTrueAsync(
            async () =>
            {
                using var answer = await main.Http.GetAsync($"archive/{order}");
                Assert.True(answer.IsSuccessStatusCode, $"{main.Output}\n{archive.Output}");
                return await answer.Content.ReadAsStringAsync() == text;
            },
            $"the archive shows '{text}'");
    }

    private static (string, string?) Subscription(string unit, bool sns) => ("Klotho__Subscriptions__ordered", $"sqs://{Arns.Queue($"ordered-{unit}-queue")}{(sns ? "" : "?envelope=eventbridge")}");

    private static Task<DeckProcess> StartAsync(string unit, RecordingProxy proxy, params IEnumerable<(string Name, string? Value)> bindings) =>
        DeckProcess.StartProgramAsync(Assembly, Path.Combine(Checkout.Root, Folder), [.. bindings, .. Settings(unit, proxy)]);

    private static IEnumerable<(string Name, string? Value)> Settings(string unit, RecordingProxy proxy) =>
        [.. MeasuredOperations.Surroundings(unit, proxy), ("Klotho__UnitToken", Token), ("ASPNETCORE_ENVIRONMENT", "Development")];
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Klotho.EndToEnd.Tests.SearchTheDeck;
using Klotho.Runtime.Tests;
using Klotho.Runtime.Tests.Aws;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>The desk that takes orders, each unit a process that sees nothing but its own bindings, and what each of them calls.</summary>
internal static class DeskRun
{
    public const string Folder = "tests/Klotho.EndToEnd.Tests.Desk";

    /// <summary>What its units carry in calls of each other where no role tells who calls.</summary>
    public const string Token = "a-token-of-the-units";

    private const string Assembly = "Klotho.EndToEnd.Tests.Desk.dll";

    public static async Task SetUpAsync(AwsSetup aws)
    {
        await aws.TableAsync("orders");
        await aws.BucketAsync("papers");
        await aws.TopicAsync("ordered", "ledger");
    }

    /// <param name="values">Where secrets and parameters are.</param>
    /// <param name="onLambda">Whether units call each other at addresses of functions, and the secret is one of Secrets Manager: otherwise it is a parameter.</param>
    public static async Task<SortedDictionary<string, IReadOnlySet<AwsCall>>> CallsAsync(ScriptedService values, bool onLambda)
    {
        var orders = ("Klotho__Persist__orders", "dynamodb://orders");
        var papers = ("Klotho__Persist__papers", "s3://papers");
        await using var ofReceipts = await RecordingProxy.StartAsync(values.Address);
        await using var receipts = await StartAsync("receipts", ofReceipts, papers, ("Klotho__Persist__signing_key", onLambda ? $"secretsmanager://{Arns.Secret("signing-key")}" : "ssm://signing-key"));

        await using var ofMain = await RecordingProxy.StartAsync(values.Address, ("receipts", receipts.Http.BaseAddress));
        await using var functions = new FunctionUrls(ofMain.Address);
        await using var main = await StartAsync("main", ofMain,
        [
            orders, ("Klotho__PubSub__ordered", $"sns://{Arns.Topic("ordered")}"), ("Klotho__Config__greeting", "ssm://greeting"),
            ("Klotho__ExecUnit__receipts", onLambda ? FunctionUrls.AddressOf("receipts") : $"{receipts.Http.BaseAddress}"), .. functions.Surroundings,
        ]);

        await using var ofLedger = await RecordingProxy.StartAsync(values.Address);
        (string, string?)[] ledgers = [orders, papers, ("Klotho__Subscriptions__ordered", $"sqs://{Arns.Queue("ordered-ledger-queue")}")];
        await using (var ledger = await StartAsync("ledger", ofLedger, ledgers))
        {
            using var ordered = await main.Http.PostAsync("orders/7", null);
            Assert.Equal(
                $"{ParameterValues.OfParameter}, 7 signed with {(onLambda ? ParameterValues.OfSecret : ParameterValues.OfParameter)}",
                ordered.IsSuccessStatusCode ? await ordered.Content.ReadAsStringAsync() : $"{main.Output}\n{receipts.Output}");
            await Eventually.IsTrueAsync(async () => (await main.Http.GetFromJsonAsync<JsonObject>("orders/7"))?["seen"]?.GetValue<bool>() == true, "the ledger saw the order");
        }

        await using (var nightly = await StartAsync("ledger", ofLedger, [.. ledgers, ("Klotho__RunSchedule", "nightly")]))
        {
            Assert.True(await nightly.EndAsync() == 0, nightly.Output);
        }

        return new(StringComparer.Ordinal) { ["main"] = ofMain.Calls, ["receipts"] = ofReceipts.Calls, ["ledger"] = ofLedger.Calls };
    }

    private static Task<DeckProcess> StartAsync(string unit, RecordingProxy proxy, params IEnumerable<(string Name, string? Value)> bindings) => DeckProcess.StartProgramAsync(
        Assembly, Path.Combine(Checkout.Root, Folder), [.. bindings, .. MeasuredOperations.Surroundings(unit, proxy), ("Klotho__UnitToken", Token), ("ASPNETCORE_ENVIRONMENT", "Development")]);
}

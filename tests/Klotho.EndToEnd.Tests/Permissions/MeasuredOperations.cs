using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klotho.Aws;
using Klotho.EndToEnd.Tests.SearchTheDeck;
using Klotho.Runtime.Tests.Aws;
using Klotho.Runtime.Tests.Aws.Lambda;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>
/// Performs every operation of the runtime's interfaces on the emulators, one at a time, and sees what each calls. Calls name what
/// they are done on by its kind: <c>arn:aws:s3:::files/*</c> for whichever file.
/// </summary>
internal static class MeasuredOperations
{
    public const string Folder = "tests/Klotho.EndToEnd.Tests.Operations";
    public const string Handling = "Handler.Handle";
    public const string HandlingOnLambda = "Handler.Handle, on Lambda";
    public const string Calling = "IEcho.SayAsync";

    /// <summary>How its secrets, topics and caches are hosted, one in each way.</summary>
    public static readonly string[] Settings =
    [
        "persisted.secret.parameter-key.type=ssm", "persisted.secret.vault-key.type=secrets_manager", "pubsub.signals.type=eventbridge",
        "persisted.redis_cluster.lasting.type=memorydb", "execution_units.keeper.type=lambda",
    ];

    // What Lambda does for the unit to hand it messages (AWS Lambda Developer Guide: Using Lambda with Amazon SQS, execution role permissions, read 2026-11-22).
    private static readonly string[] LambdaReceives = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];

    private const string Assembly = "Klotho.EndToEnd.Tests.Operations.dll";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Routes =
    [
        "IKeyValueStore.PutAsync", "IKeyValueStore.GetAsync", "IKeyValueStore.QueryAsync", "IKeyValueStore.ScanAsync", "IKeyValueStore.DeleteAsync",
        "IKeyValueStore.PutExpiringAsync", "IKeyValueStore.PutManyAsync", "IKeyValueStore.GetManyAsync", "IKeyValueStore.DeleteManyAsync",
        "IBlobStore.WriteAsync", "IBlobStore.ReplaceAsync", "IBlobStore.ReadAsync", "IBlobStore.StatAsync", "IBlobStore.LinkAsync", "IBlobStore.ListAsync", "IBlobStore.DeleteAsync",
    ];

    /// <summary>What signs in: operations of stores that no service of AWS answers.</summary>
    private static readonly string[] SignIns =
    [
        "DbContext.Query", "DbContext.SaveChangesAsync",
        "IDistributedCache.Get", "IDistributedCache.GetAsync", "IDistributedCache.Refresh", "IDistributedCache.RefreshAsync",
        "IDistributedCache.Remove", "IDistributedCache.RemoveAsync", "IDistributedCache.Set", "IDistributedCache.SetAsync",
    ];

    /// <summary>The calls of each operation.</summary>
    public static async Task<SortedDictionary<string, IReadOnlySet<AwsCall>>> MeasureAsync(AwsSetup aws, ScriptedService values, EventBridgeStandIn buses, StoreServers servers)
    {
        await aws.TableAsync("notes");
        await aws.BucketAsync("files");
        await aws.TopicAsync("news", "handler");
        var signals = buses.Bus("signals", "klotho.operations", "signals");
        var measured = new SortedDictionary<string, IReadOnlySet<AwsCall>>(StringComparer.Ordinal);

        await using var proxy = await RecordingProxy.StartAsync();
        await using var main = await UnitAsync("main", proxy, ("Klotho__Persist__notes", "dynamodb://notes"), ("Klotho__Persist__files", "s3://files"), ("Klotho__PubSub__news", $"sns://{Arns.Topic("news")}"), ("Klotho__PubSub__signals", $"eventbridge://{signals}?source=klotho.operations"));
        foreach (var route in Routes)
        {
            measured[route] = await CallAsync(main, proxy, route);
        }

        measured["ITopic.PublishAsync"] = await CallAsync(main, proxy, "ITopic.PublishAsync?says=fine");
        measured["ITopic.PublishManyAsync"] = await CallAsync(main, proxy, "ITopic.PublishManyAsync?says=fine");
        measured[Handling] = await HandleAsync(main);
        measured[HandlingOnLambda] = await HandleOnLambdaAsync();
        measured["ISecret.ReadAsync"] = await StartAndCallAsync(values, "ISecret.ReadAsync",
            ("Klotho__Persist__vault_key", $"secretsmanager://{Arns.Secret("vault-key")}"), ("Klotho__Persist__parameter_key", "ssm://parameter-key"));
        measured["IConfigValue.Value"] = await StartAndCallAsync(values, "IConfigValue.Value", ("Klotho__Config__setting", "ssm://setting"));
        measured[Calling] = await CallOtherAsync();
        foreach (var (operation, calls) in SignIns.Zip(await Task.WhenAll(SignIns.Select(operation => SignInAsync(servers, operation)))))
        {
            measured[operation] = calls;
        }

        return measured;
    }

    private static async Task<IReadOnlySet<AwsCall>> CallAsync(DeckProcess main, RecordingProxy proxy, string route)
    {
        proxy.Forget();
        using var answer = await main.Http.PostAsync(route, null);
        Assert.True(answer.IsSuccessStatusCode, $"{route}: {main.Output}");
        return proxy.Calls.Select(General).ToHashSet();
    }

    /// <summary>Values are read when a process starts, so what it calls then counts too.</summary>
    private static async Task<IReadOnlySet<AwsCall>> StartAndCallAsync(ScriptedService values, string route, params (string Name, string? Value)[] bindings)
    {
        await using var proxy = await RecordingProxy.StartAsync(values.Address);
        await using var main = await UnitAsync("main", proxy, bindings);
        using var answer = await main.Http.PostAsync(route, null);
        Assert.True(answer.IsSuccessStatusCode, $"{route}: {main.Output}");
        return proxy.Calls;
    }

    /// <summary>A call of another unit at a function's address.</summary>
    private static async Task<IReadOnlySet<AwsCall>> CallOtherAsync()
    {
        await using var ofEcho = await RecordingProxy.StartAsync();
        await using var echo = await UnitAsync("echo", ofEcho, ("Klotho__UnitToken", DeskRun.Token));
        await using var proxy = await RecordingProxy.StartAsync(null, ("echo", echo.Http.BaseAddress));
        await using var functions = new FunctionUrls(proxy.Address);
        await using var main = await UnitAsync("main", proxy, [("Klotho__ExecUnit__echo", FunctionUrls.AddressOf("echo")), .. functions.Surroundings]);
        return await CallAsync(main, proxy, Calling);
    }

    /// <summary>A process that does one thing and ends: it signs in for nothing else.</summary>
    private static async Task<IReadOnlySet<AwsCall>> SignInAsync(StoreServers servers, string operation)
    {
        await using var proxy = await RecordingProxy.StartAsync();
        await using var rows = new PostgresDoor(proxy, servers.Postgres, "rows");
        await using var caches = new RedisDoor(proxy, servers.Redis);
        await using var keeper = await UnitAsync(
            "keeper", proxy, ("Klotho__Persist__rows", $"postgres://app@{rows.Address}/postgres?auth=iam&tls=require"), ("Klotho__Persist__near", $"redis://near-user@{caches.Address}?auth=iam&elasticache=near"),
            ("Klotho__Persist__lasting", $"redis://lasting-user@{caches.Address}?cluster=true&auth=iam&memorydb=lasting"), ("Klotho__RunSchedule", operation.Replace('.', '-').ToLowerInvariant()));
        Assert.True(await keeper.EndAsync() == 0, $"{operation}: {keeper.Output}");
        return proxy.Calls;
    }

    /// <summary>A message that is handled, one that takes longer than its lease, one that cannot be handled; then the dead one is listed and put back.</summary>
    private static async Task<IReadOnlySet<AwsCall>> HandleAsync(DeckProcess main)
    {
        await using var proxy = await RecordingProxy.StartAsync();
        await using var handler = await UnitAsync("handler", proxy, ("Klotho__Subscriptions__news", $"sqs://{Arns.Queue("news-handler-queue")}"));
        foreach (var says in new[] { "slow", "wrong" })
        {
            using var sent = await main.Http.PostAsync($"ITopic.PublishAsync?says={says}", null);
            Assert.True(sent.IsSuccessStatusCode, main.Output);
        }

        var deadline = DateTime.UtcNow + Patience;
        JsonObject? dead = null;
        while (dead is null && DateTime.UtcNow < deadline)
        {
            await Task.Delay(200);
            try
            {
                dead = (await handler.Http.GetFromJsonAsync<JsonArray>("_klotho/dead-letters"))?.OfType<JsonObject>().FirstOrDefault();
            }
            catch (HttpRequestException failure)
            {
                throw new InvalidOperationException(handler.Output, failure);
            }
            catch (HttpIOException failure)
            {
                throw new InvalidOperationException(handler.Output, failure);
            }
        }

        Assert.True(dead is not null, $"No message became a dead letter: {handler.Output}");
        using var redriven = await handler.Http.PostAsync($"_klotho/dead-letters/{dead["topic"]}/{dead["subscriber"]}/redrive", null);
        Assert.True(redriven.IsSuccessStatusCode, handler.Output);
        return proxy.Calls.Select(General).ToHashSet();
    }

    /// <summary>As a function: a message that is kept for later and one that cannot be handled; and what Lambda does ahead of it and behind.</summary>
    private static async Task<IReadOnlySet<AwsCall>> HandleOnLambdaAsync()
    {
        var queue = MessagingSetup.ArnOf("sqs", "news-handler-queue");
        await using var proxy = await RecordingProxy.StartAsync();
        await using var lambda = await LambdaSimulator.StartAsync();
        await using var handler = DeckProcess.Start(
            Assembly, Path.Combine(Checkout.Root, Folder), [("Klotho__Subscriptions__news", $"sqs://{queue}"), ("Klotho__MaxAttempts__news", "1"), .. Surroundings("handler", proxy), ("ASPNETCORE_ENVIRONMENT", "Development"), ("AWS_LAMBDA_RUNTIME_API", lambda.Address)]);
        var answer = await lambda.InvokeAsync(LambdaEvents.Received(queue, new[] { "later", "wrong" }.Select(says =>
            new SqsMessage(says, says, JsonSerializer.SerializeToUtf8Bytes(new { says }), 1, DateTimeOffset.UnixEpoch, new Dictionary<string, string>()))));
        Assert.True(answer.Json.GetProperty("batchItemFailures").GetArrayLength() == 0, handler.Output);
        return LambdaReceives.Select(action => new AwsCall(action, queue.Text)).Concat(proxy.Calls.Select(General)).ToHashSet();
    }

    private static Task<DeckProcess> UnitAsync(string unit, RecordingProxy proxy, params IEnumerable<(string Name, string? Value)> bindings) => DeckProcess.StartProgramAsync(
        Assembly, Path.Combine(Checkout.Root, Folder), [.. bindings, .. Surroundings(unit, proxy), ("ASPNETCORE_ENVIRONMENT", "Development")]);

    /// <summary>What tells a unit's process who it is, and that AWS is where the proxy listens.</summary>
    public static IEnumerable<(string Name, string? Value)> Surroundings(string unit, RecordingProxy proxy) =>
        [("Klotho__Unit", unit), ("AWS_ENDPOINT_URL", proxy.Address), ("AWS_ENDPOINT_URL_DYNAMODB", proxy.Address), ("AWS_ENDPOINT_URL_EVENTBRIDGE", proxy.Address)];

    private static AwsCall General(AwsCall call) => call.Action.StartsWith("s3:", StringComparison.Ordinal) && call.Resource.Split('/') is [var bucket, _, ..]
        ? call with { Resource = $"{bucket}/*" }
        : call;
}

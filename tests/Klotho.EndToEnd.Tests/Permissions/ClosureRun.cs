using Klotho.Runtime.Tests.Aws;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>What the closure tests share: the emitted permissions and what really was called, once for all of them.</summary>
public sealed class ClosureRun : IAsyncLifetime
{
    private readonly AwsEmulators _emulators = new();

    /// <summary>What each operation calls.</summary>
    internal SortedDictionary<string, IReadOnlySet<AwsCall>> Measured { get; private set; } = [];

    /// <summary>The permissions of the application with one route per operation, off and on Lambda.</summary>
    internal IReadOnlyList<EmittedPermissions> Operations { get; private set; } = [];

    /// <summary>The applications, each in the ways that it is hosted.</summary>
    internal IReadOnlyList<ClosureCase> Cases { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (Programs.WhyNot(ClosureTests.Needed) is not null)
        {
            return;
        }

        await _emulators.InitializeAsync();
        await using var values = await ParameterValues.StartAsync();
        using var aws = new AwsSetup();
        using var servers = await StoreServers.StartAsync();
        var buses = await EventBridgeStandIn.OfAsync(_emulators);
        Operations =
        [
            CompiledApplication.Compile(MeasuredOperations.Folder, ["defaults.execution_units.type=fargate", .. MeasuredOperations.Settings]),
            CompiledApplication.Compile(MeasuredOperations.Folder, ["defaults.execution_units.type=lambda", .. MeasuredOperations.Settings]),
        ];
        await servers.AdmitAsync(Operations[0]);
        Measured = await MeasuredOperations.MeasureAsync(aws, values, buses, servers);
        using var queues = new MessagingSetup(_emulators.Address);
        Cases = [.. await SampleAsync(aws), .. await DeskAsync(aws, new(values, servers, buses, queues))];
    }

    private static async Task<IReadOnlyList<ClosureCase>> SampleAsync(AwsSetup aws)
    {
        var called = await SampleRun.CallsAsync(aws);
        return
        [
            new("Search the Deck", "Fargate", CompiledApplication.Compile(SampleRun.Folder, "defaults.execution_units.type=fargate"), new HashSet<string>(), called),
            new("Search the Deck", "Lambda", CompiledApplication.Compile(SampleRun.Folder), called.Keys.ToHashSet(), called),
        ];
    }

    private static async Task<IReadOnlyList<ClosureCase>> DeskAsync(AwsSetup aws, DeskRun desk)
    {
        await DeskRun.SetUpAsync(aws);
        var onLambda = CompiledApplication.Compile(DeskRun.Folder, "defaults.execution_units.type=lambda", "persisted.secret.signing-key.type=secrets_manager");
        var elsewhere = CompiledApplication.Compile(
            DeskRun.Folder, "defaults.execution_units.type=fargate", "execution_units.ledger.type=lambda", "persisted.secret.signing-key.type=ssm", "pubsub.ordered.type=eventbridge", "persisted.redis_cluster.recent.type=memorydb");
        return
        [
            new("The desk", "Lambda, its secret in Secrets Manager, its topic on SNS, its cache on ElastiCache", onLambda, new HashSet<string>(["archive", "ledger", "main", "receipts"]), await desk.CallsAsync(onLambda, lambda: true)),
            new("The desk", "Fargate, the ledger on Lambda, its secret a parameter, its topic on EventBridge, its cache on MemoryDB", elsewhere, new HashSet<string>(["ledger"]), await desk.CallsAsync(elsewhere, lambda: false)),
        ];
    }

    public Task DisposeAsync() => _emulators.DisposeAsync();
}

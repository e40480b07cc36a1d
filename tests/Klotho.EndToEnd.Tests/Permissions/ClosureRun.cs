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
        Operations =
        [
            CompiledApplication.Compile(MeasuredOperations.Folder, ["defaults.execution_units.type=fargate", .. MeasuredOperations.Secrets]),
            CompiledApplication.Compile(MeasuredOperations.Folder, ["defaults.execution_units.type=lambda", .. MeasuredOperations.Secrets]),
        ];
        Measured = await MeasuredOperations.MeasureAsync(aws, values);
        Cases = [.. await SampleAsync(aws), .. await DeskAsync(aws, values)];
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

    private static async Task<IReadOnlyList<ClosureCase>> DeskAsync(AwsSetup aws, ScriptedService values)
    {
        await DeskRun.SetUpAsync(aws);
        var (onLambda, elsewhere) = (await DeskRun.CallsAsync(values, onLambda: true), await DeskRun.CallsAsync(values, onLambda: false));
        return
        [
            new("The desk", "Lambda, the secret in Secrets Manager", CompiledApplication.Compile(DeskRun.Folder, "defaults.execution_units.type=lambda", "persisted.secret.signing-key.type=secrets_manager"), onLambda.Keys.ToHashSet(), onLambda),
            new("The desk", "Fargate, the ledger on Lambda, the secret a parameter", CompiledApplication.Compile(
                DeskRun.Folder, "execution_units.main.type=fargate", "execution_units.receipts.type=fargate", "execution_units.ledger.type=lambda", "persisted.secret.signing-key.type=ssm"),
                new HashSet<string>(["ledger"]), elsewhere),
        ];
    }

    public Task DisposeAsync() => _emulators.DisposeAsync();
}

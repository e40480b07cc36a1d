using Klotho.Runtime.Tests.Aws;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>What the closure tests share: the emitted permissions and what really was called, once for all of them.</summary>
public sealed class ClosureRun : IAsyncLifetime
{
    private readonly AwsEmulators _emulators = new();

    /// <summary>What each operation calls.</summary>
    internal SortedDictionary<string, IReadOnlySet<AwsCall>> Measured { get; private set; } = [];

    /// <summary>What each unit of the sample called.</summary>
    internal SortedDictionary<string, IReadOnlySet<AwsCall>> Called { get; private set; } = [];

    /// <summary>The permissions of the application with one route per operation.</summary>
    internal EmittedPermissions? Operations { get; private set; }

    /// <summary>Those of the sample by the type that hosts its units.</summary>
    internal SortedDictionary<string, EmittedPermissions> Sample { get; } = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        if (Programs.WhyNot(ClosureTests.Needed) is not null)
        {
            return;
        }

        await _emulators.InitializeAsync();
        Operations = CompiledApplication.Compile(MeasuredOperations.Folder, "defaults.execution_units.type=fargate");
        Sample["fargate"] = CompiledApplication.Compile(SampleRun.Folder, "defaults.execution_units.type=fargate");
        Sample["lambda"] = CompiledApplication.Compile(SampleRun.Folder);
        using var aws = new AwsSetup();
        Measured = await MeasuredOperations.MeasureAsync(aws);
        Called = await SampleRun.CallsAsync(aws);
    }

    public Task DisposeAsync() => _emulators.DisposeAsync();
}

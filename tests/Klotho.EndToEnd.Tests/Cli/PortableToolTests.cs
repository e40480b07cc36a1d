namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>Platforms without a native package get the tool that the runtime compiles as it runs: it must not do anything else.</summary>
public sealed class PortableToolTests : IDisposable
{
    private readonly Workspace workspace = new Workspace().WithNotes("app");

    [Fact]
    public void The_portable_tool_writes_what_the_native_one_writes()
    {
        Assert.Equal(0, BuiltTool.Run(workspace.Root, "compile", "app", "--out", "native").ExitCode);

        var outcome = BuiltTool.RunPortable(workspace.Root, "compile", "app", "--out", "portable");

        Assert.True(outcome.ExitCode == 0, outcome.Everything);
        Assert.NotEmpty(workspace.Snapshot("native"));
        Assert.Equal(workspace.Snapshot("native"), workspace.Snapshot("portable"));
    }

    public void Dispose() => workspace.Dispose();
}

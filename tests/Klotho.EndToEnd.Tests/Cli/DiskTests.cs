namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>Disks that take nothing more: a clear message, and everything as it was.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly Workspace workspace = new Workspace().WithNotes();

    [Fact]
    public void A_full_disk_keeps_what_was_there()
    {
        const string Script = """
            mount -t tmpfs -o size=64k none disk && mkdir disk/out && echo before > disk/out/mine.txt || exit 99
            "$0" compile Notes --out disk/out/app
            code=$?; find disk -type f; exit $code
            """;
        Directory.CreateDirectory(workspace.Path("disk"));

        var result = OwnNamespace.Run("--mount", workspace.Root, BuiltTool.Cache, "sh", "-c", Script, BuiltTool.ToolPath);

        Assert.True(result.ExitCode == 4, result.Everything);
        Assert.Matches("error KL0033: .*(the disk was full|No space left on device)", result.Error);
        Assert.Equal("disk/out/mine.txt\n", result.Output);
        Assert.False(File.Exists(workspace.Path("Notes/klotho.lock.json")), "the lock says what is nowhere");
    }

    [Fact]
    public void A_read_only_disk_is_named()
    {
        const string Script = "mount --bind Notes Notes && mount -o remount,ro,bind Notes || exit 99; exec \"$0\" compile Notes --out elsewhere";
        Assert.Equal(0, BuiltTool.Run(workspace.Root, "check", "Notes").ExitCode);
        var before = workspace.Snapshot("Notes");

        var result = OwnNamespace.Run("--mount", workspace.Root, BuiltTool.Cache, "sh", "-c", Script, BuiltTool.ToolPath);

        Assert.True(result.ExitCode == 4, result.Everything);
        Assert.Matches("^Notes/klotho.lock.json:1:1: error KL0035: .*Read-only file system", result.Error);
        Assert.False(Directory.Exists(workspace.Path("elsewhere")), "an output without its lock");
        Assert.Equal(before, workspace.Snapshot("Notes"));
    }

    public void Dispose() => workspace.Dispose();
}

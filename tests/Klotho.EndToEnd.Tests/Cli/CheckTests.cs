namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>Which of the compiler's errors <c>klotho check</c> tells.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly Workspace workspace = new();

    [Fact]
    public void Errors_in_declarations_and_in_what_units_read_are_told_and_other_bodies_are_left_to_the_build()
    {
        workspace.WithNotes().With("Notes/Unused.cs", "static class Unused { static int Number() => missing; }\n");
        var unread = BuiltTool.Run(workspace.Root, "check", "Notes");
        Assert.True(unread.ExitCode == 0, unread.Everything);
        var again = BuiltTool.Run(workspace.Root, "check", "Notes");
        Assert.Equal(unread.Output, again.Output);

        // Who writes what will be built is told all of them, whatever was checked before.
        var compiled = BuiltTool.Run(workspace.Root, "compile", "Notes");
        Assert.Equal(1, compiled.ExitCode);
        Assert.Contains("Notes/Unused.cs:1:46: error CS0103", compiled.Error, StringComparison.Ordinal);

        workspace.With("Notes/Unused.cs", "static class Unused { static Missing Number() => new(); }\n");
        var declared = BuiltTool.Run(workspace.Root, "check", "Notes");
        Assert.Equal(1, declared.ExitCode);
        Assert.Contains("Notes/Unused.cs:1:30: error CS0246", declared.Error, StringComparison.Ordinal);

        var program = File.ReadAllText(workspace.Path("Notes/Program.cs"));
        workspace.With("Notes/Unused.cs", "static class Unused { public static int Number() => missing; }\n");
        workspace.With("Notes/Program.cs", program.Replace("app.Run();", "Unused.Number();\napp.Run();", StringComparison.Ordinal));
        var read = BuiltTool.Run(workspace.Root, "check", "Notes");
        Assert.Equal(1, read.ExitCode);
        Assert.Contains("Notes/Unused.cs:1:53: error CS0103", read.Error, StringComparison.Ordinal);
    }

    public void Dispose() => workspace.Dispose();
}

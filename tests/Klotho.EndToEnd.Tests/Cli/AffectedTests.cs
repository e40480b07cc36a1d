using System.Text.Json;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary><c>klotho affected</c> names every unit that changed, and no other where that is certain.</summary>
public sealed class AffectedTests(CommittedNotes notes) : IClassFixture<CommittedNotes>, IDisposable
{
    private readonly Workspace workspace = notes.Workspace;
    private readonly GitRepository repository = notes.Repository;

    [Fact]
    public void Only_the_unit_that_is_made_of_a_file_is_affected_by_it()
    {
        Assert.Equal("", Affected());

        workspace.With("Notes/WriteNote.cs", Read("Notes/WriteNote.cs") + "// edited\n");
        Assert.Equal("exec_unit:main\n", Affected());

        repository.Git("checkout", "-q", ".");
        workspace.With("Notes/Plain.cs", Read("Notes/Plain.cs") + "// edited\n").With("README.md", "# All notes\n");
        Assert.Equal("exec_unit:reader\n", Affected());

        using var json = JsonDocument.Parse(BuiltTool.Run(workspace.Root, "affected", "Notes", "--base", "HEAD", "--format", "json").Output);
        var unit = Assert.Single(json.RootElement.GetProperty("affected").GetProperty("units").EnumerateArray());
        var reason = Assert.Single(unit.GetProperty("reasons").EnumerateArray());
        Assert.Equal(("reader", "code", "Notes/Plain.cs"), (unit.GetProperty("name").GetString(), reason.GetProperty("kind").GetString(), reason.GetProperty("what").GetString()));
        Assert.Equal(1, json.RootElement.GetProperty("affected").GetProperty("unaffected").GetInt32());
    }

    /// <summary>Today nothing leads from the unit to the file that changed; at the commit something did.</summary>
    [Fact]
    public void A_file_that_a_unit_was_made_of_counts_too()
    {
        workspace.With("Notes/Plain.cs", Read("Notes/Plain.cs").Replace(" : ISpelling", "", StringComparison.Ordinal));
        workspace.With("Notes/Loud.cs", Read("Notes/Loud.cs").Replace("class Loud", "class Loud : ISpelling", StringComparison.Ordinal));
        repository.Git("add", "Notes/Loud.cs");
        Assert.Equal("exec_unit:reader\n", Affected());

        var text = BuiltTool.Run(workspace.Root, "affected", "Notes", "--base", "HEAD").Output;
        Assert.Contains("code  Notes/Plain.cs\n", text, StringComparison.Ordinal);

        File.Delete(workspace.Path("Notes/Plain.cs"));
        Assert.Contains("code  Notes/Plain.cs\n", BuiltTool.Run(workspace.Root, "affected", "Notes", "--base", "HEAD").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Configuration_and_contracts_count_for_the_units_that_they_concern()
    {
        workspace.With("Notes/klotho.yaml", "execution_units: {reader: {infra_params: {memory: 2048}}}\n");
        var memory = BuiltTool.Run(workspace.Root, "affected", "Notes", "--base", "HEAD");
        Assert.Equal(0, memory.ExitCode);
        Assert.Matches(@"^exec_unit:reader\n  configuration  exec_unit:reader memory: \d+ → 2048\n1 of 2 units changed since HEAD\n$", memory.Output);

        File.Delete(workspace.Path("Notes/klotho.yaml"));
        workspace.With("Notes/NoteWritten.cs", "public sealed record NoteWritten(string Id, int Words = 0);\n");
        var contract = BuiltTool.Run(workspace.Root, "affected", "Notes", "--base", "HEAD").Output;
        Assert.Equal(["exec_unit:main", "exec_unit:reader"], contract.Split('\n').Where(line => line.StartsWith("exec_unit:", StringComparison.Ordinal)));
        Assert.Equal(2, contract.Split('\n').Count(line => line.StartsWith("  contract  pubsub:note-written", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Notes/appsettings.json", "{}", "no unit is known to be the only one that reads it")]
    [InlineData("Notes/Spare.cs", "public static class Spare;", "no unit is seen to reach it")]
    [InlineData("Directory.Build.props", "<Project />", "every unit is built with it")]
    public void Where_it_cannot_be_told_all_units_are_affected_and_it_says_why(string file, string text, string why)
    {
        workspace.With(file, text);

        var result = BuiltTool.Run(workspace.Root, "affected", "Notes", "--base", "HEAD");

        Assert.True(result.ExitCode == 0, result.Everything);
        Assert.Contains("2 of 2 units changed since HEAD", result.Output, StringComparison.Ordinal);
        Assert.Equal(2, result.Output.Split('\n').Count(line => line.Contains(why, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_commit_that_is_not_there_is_a_mistake_of_the_user()
    {
        var result = BuiltTool.Run(workspace.Root, "affected", "Notes", "--base", "nowhere");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("error KL0038: 'nowhere' names no commit", result.Error, StringComparison.Ordinal);
    }

    /// <summary>As committed, for the next test.</summary>
    public void Dispose()
    {
        repository.Git("reset", "-q", "--hard");
        repository.Git("clean", "-q", "-f", "-d");
    }

    private string Affected()
    {
        var result = BuiltTool.Run(workspace.Root, "affected", "Notes", "--base", "HEAD", "--quiet");
        Assert.True(result.ExitCode == 0, result.Everything);
        return result.Output;
    }

    private string Read(string file) => File.ReadAllText(workspace.Path(file));
}

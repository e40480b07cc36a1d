using System.Text.Json;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>The sample HelloStore in a repository of its own: compiled, changed, refused, accepted, compared.</summary>
public sealed class LockTests : IDisposable
{
    private const string App = "HelloStore";
    private const string Lock = $"{App}/klotho.lock.json";

    private static readonly string Program = File.ReadAllText(Path.Combine(BuiltTool.Repository, "samples", App, "Program.cs"))
        // The drivers for AWS are a package of their own, which matters to nothing here.
        .Replace("builder.AddKlothoAws();\n", "", StringComparison.Ordinal);

    private readonly Workspace workspace = new();
    private readonly GitRepository repository;

    public LockTests()
    {
        workspace.With($"{App}/{App}.csproj", Workspace.WebProject).With($"{App}/Program.cs", Program);
        repository = new(workspace.Root);
        Compile();
        repository.Commit("first");
    }

    private string LockText => File.ReadAllText(workspace.Path(Lock));

    [Theory]
    [MemberData(nameof(BuiltTool.Kinds), MemberType = typeof(BuiltTool))]
    public void A_renamed_store_is_refused_until_accepted_and_keeps_its_resources(string kind)
    {
        BuiltTool.Use(kind);
        var (id, renamed) = (StoreIn(Program), Rename(Program, StoreIn(Program), "pages"));
        var before = workspace.Snapshot($"{App}/compiled");
        var locked = LockText;
        workspace.With($"{App}/Program.cs", renamed);

        foreach (var command in new[] { "compile", "check" })
        {
            var refused = BuiltTool.Run(workspace.Root, command, App);
            Assert.Equal(3, refused.ExitCode);
            Assert.Contains("error KL2075", refused.Error, StringComparison.Ordinal);
            Assert.Contains($"klotho accept rename:kv:{id}:pages --reason", refused.Error, StringComparison.Ordinal);
            Assert.Contains($"{Lock}:", refused.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, workspace.Snapshot($"{App}/compiled"));
        Assert.Equal(locked, LockText);

        var mistyped = BuiltTool.Run(workspace.Root, "accept", $"rename:kv:{id}:page", "--reason", "x", "--path", App);
        Assert.Equal(1, mistyped.ExitCode);
        Assert.Contains($"Did you mean `rename:kv:{id}:pages`?", mistyped.Error, StringComparison.Ordinal);
        Assert.Equal(locked, LockText);

        var accepted = BuiltTool.Run(workspace.Root, "accept", $"rename:kv:{id}:pages", "--reason", "they are pages", "--path", App);
        Assert.True(accepted.ExitCode == 0, accepted.Everything);
        Compile();

        Assert.Contains("they are pages", LockText, StringComparison.Ordinal);
        var programs = workspace.Snapshot($"{App}/compiled/infra");
        Assert.Contains(programs, file => file.Value.Contains($"Table(\"{id}\",", StringComparison.Ordinal));
        Assert.DoesNotContain(programs, file => file.Value.Contains("Table(\"pages\",", StringComparison.Ordinal));
        Assert.Equal(URNs(before, "infra/"), URNs(programs, ""));
    }

    [Fact]
    public void A_removed_store_is_refused_and_shown_in_each_form()
    {
        var id = StoreIn(Program);
        workspace.With($"{App}/Program.cs", "var app = WebApplication.CreateBuilder(args).Build();\napp.Run();\n");

        var refused = BuiltTool.Run(workspace.Root, "compile", App);
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("error KL2074", refused.Error, StringComparison.Ordinal);

        var text = BuiltTool.Run(workspace.Root, "diff", App);
        Assert.Equal(3, text.ExitCode);
        Assert.Contains($"- kv:{id}: dynamodb [destructive]", text.Output, StringComparison.Ordinal);
        Assert.Contains($"at {Lock}:", text.Output, StringComparison.Ordinal);
        var markdown = BuiltTool.Run(workspace.Root, "diff", App, "--format", "markdown");
        Assert.Contains("> [!CAUTION]", markdown.Output, StringComparison.Ordinal);
        var json = BuiltTool.Run(workspace.Root, "diff", App, "--format", "json");
        using var document = JsonDocument.Parse(json.Output);
        Assert.True(document.RootElement.GetProperty("refused").GetBoolean());
        Assert.Contains(document.RootElement.GetProperty("changes").EnumerateArray(), change => change.GetProperty("id").GetString() == $"remove:kv:{id}");
        Assert.Equal("", repository.Status().Replace($" M {App}/Program.cs\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_branch_is_compared_with_its_base_and_an_acceptance_lets_it_pass()
    {
        var id = StoreIn(Program);
        repository.Git("branch", "base");
        Assert.Equal("no differences\n", Diff(0, "base"));
        workspace.With($"{App}/Program.cs", Rename(Program, id, "pages"));
        Assert.Contains($"rename:kv:{id}:pages", Diff(3, "base"), StringComparison.Ordinal);

        Assert.Equal(0, BuiltTool.Run(workspace.Root, "accept", $"rename:kv:{id}:pages", "--reason", "they are pages", "--path", App).ExitCode);
        Compile();
        repository.Commit("renamed");

        Assert.Contains("accepted: they are pages", Diff(0, "base"), StringComparison.Ordinal);
        Assert.Equal("no differences\n", Diff(0, "HEAD"));
        Assert.Equal("no differences\n", Diff(0, null));
    }

    [Fact]
    public void A_compile_that_changes_nothing_leaves_the_lock_alone_and_writes_nothing_beside_it()
    {
        var written = File.GetLastWriteTimeUtc(workspace.Path(Lock));

        Compile();

        Assert.Equal(written, File.GetLastWriteTimeUtc(workspace.Path(Lock)));
        Assert.Equal("", repository.Status());
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(workspace.Path(App)), entry => Path.GetFileName(entry).Contains(".klotho-", StringComparison.Ordinal));
    }

    [Fact]
    public void An_environment_has_a_lock_of_its_own()
    {
        workspace.With($"{App}/klotho.yaml", "app: hello\n").With($"{App}/klotho.prod.yaml", "app: hello\n");
        var locked = LockText;

        var result = BuiltTool.Run(workspace.Root, "compile", App, "--env", "prod", "--out", "prod");

        Assert.True(result.ExitCode == 0, result.Everything);
        Assert.True(File.Exists(workspace.Path($"{App}/klotho.prod.lock.json")));
        Assert.Equal(locked, LockText);
    }

    [Fact]
    public void A_lock_with_marks_of_a_merge_stops_every_command_and_is_kept()
    {
        var damaged = LockText.Replace("\n  \"nodes\"", "\n<<<<<<< HEAD\n  \"nodes\"", StringComparison.Ordinal);
        workspace.With(Lock, damaged);

        foreach (var command in new[] { "compile", "check", "diff" })
        {
            var result = BuiltTool.Run(workspace.Root, command, App);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("error KL2071", result.Error, StringComparison.Ordinal);
            Assert.Contains("| <<<<<<< HEAD", result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(damaged, LockText);
    }

    /// <summary>The lock is written before the output: a kill between them is what deleting the output and keeping the lock leaves.</summary>
    [Fact]
    public void A_lock_that_is_ahead_of_the_output_is_mended_by_the_next_compile()
    {
        var output = workspace.Snapshot($"{App}/compiled");
        workspace.With($"{App}/Program.cs", Program.Replace("\"/hello", "\"/good-morning", StringComparison.Ordinal));
        Compile();
        var (text, newer) = (LockText, workspace.Snapshot($"{App}/compiled"));
        Assert.NotEqual(output, newer);
        Directory.Delete(workspace.Path($"{App}/compiled"), recursive: true);
        foreach (var file in output)
        {
            workspace.With($"{App}/compiled/{file.Key}", file.Value);
        }

        Compile();

        Assert.Equal(newer, workspace.Snapshot($"{App}/compiled"));
        Assert.Equal(text, LockText);
    }

    [Fact]
    public async Task Two_first_compiles_at_once_leave_one_whole_lock()
    {
        var text = LockText;
        File.Delete(workspace.Path(Lock));

        var both = await Task.WhenAll(
            Task.Run(() => BuiltTool.Run(workspace.Root, "compile", App, "--out", "one")),
            Task.Run(() => BuiltTool.Run(workspace.Root, "compile", App, "--out", "two")));

        Assert.Contains(both, result => result.ExitCode == 0);
        Assert.All(both, result => Assert.True(
            result.ExitCode == 0 || (result.ExitCode == 4 && result.Error.Contains("KL0036", StringComparison.Ordinal)), result.Everything));
        Assert.Equal(text, LockText);
    }

    public void Dispose() => workspace.Dispose();

    /// <summary>The id of the sample's store.</summary>
    private static string StoreIn(string program) => program.Split("[Persist(\"", 2)[1].Split('"', 2)[0];

    private static string Rename(string program, string id, string name) =>
        program.Replace($"[Persist(\"{id}\")]", $"[Persist(\"{name}\")]", StringComparison.Ordinal);

    /// <summary>The names and types by which the deployment engine knows components and tables.</summary>
    private static IEnumerable<string> URNs(SortedDictionary<string, string> files, string folder) => files
        .Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal))
        .SelectMany(file => file.Value.Split('\n'))
        .Where(line => line.Contains(": base(\"klotho:", StringComparison.Ordinal) || line.Contains(".Table(\"", StringComparison.Ordinal))
        .Select(line => line.Trim())
        .Order(StringComparer.Ordinal);

    private void Compile()
    {
        var result = BuiltTool.Run(workspace.Root, "compile", App);
        Assert.True(result.ExitCode == 0, result.Everything);
    }

    private string Diff(int exitCode, string? since)
    {
        var result = BuiltTool.Run(workspace.Root, since is null ? ["diff", App] : ["diff", App, "--base", since]);
        Assert.True(result.ExitCode == exitCode, result.Everything);
        return result.Output;
    }
}

using Klotho.EndToEnd.Tests.SearchTheDeck;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>The repository's samples through the tool. One after another with the tests that build them.</summary>
[Collection(DeckCollection.Name)]
public sealed class SampleCompileTests
{
    private const int Widest = 110;

    [Theory]
    [InlineData("HelloStore", "2 units, 2 resources")]
    [InlineData("SearchTheDeck", "3 units, ")]
    public void A_sample_compiles_twice_to_the_same_bytes_without_a_trace_of_the_machine(string sample, string counts)
    {
        var folder = $"samples/{sample}/bin/compiled-by-tests";
        var locked = Path.Combine(BuiltTool.Repository, "samples", sample, "klotho.lock.json");
        var committed = File.Exists(locked) ? File.ReadAllText(locked) : "";
        var first = Compile(folder, BuiltTool.Repository, $"samples/{sample}", folder);
        var second = Compile(folder, Path.Combine(BuiltTool.Repository, "samples", sample), ".", "bin/compiled-by-tests");

        // A compile has just written it: where this fails, commit the file.
        Assert.Equal(committed, File.ReadAllText(locked));
        Assert.Equal(first.Files, second.Files);
        Assert.All(first.Files, file =>
        {
            Assert.DoesNotContain(BuiltTool.Repository, file.Value, StringComparison.Ordinal);
            Assert.DoesNotContain(Path.TrimEndingDirectorySeparator(Path.GetTempPath()) + "/", file.Value, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', file.Value);
            Assert.True(file.Value.EndsWith('\n'), $"{file.Key} does not end its last line");
        });
        Assert.Contains(counts, first.Summary, StringComparison.Ordinal);
        Assert.Contains("Hosted as", first.Summary, StringComparison.Ordinal);
        Assert.Contains("default for execution units", first.Summary, StringComparison.Ordinal);
        Assert.Contains($"Output: {folder} ({first.Files.Count - 1} files)", first.Summary, StringComparison.Ordinal);
        Assert.Contains("Next:", first.Summary, StringComparison.Ordinal);
        Assert.Contains("pulumi up", first.Summary, StringComparison.Ordinal);
        Assert.All(first.Summary.Split('\n'), line => Assert.InRange(line.Length, 0, Widest));
    }

    private static (string Summary, SortedDictionary<string, string> Files) Compile(string folder, string directory, string sample, string output)
    {
        var full = Path.Combine(BuiltTool.Repository, folder);
        if (Directory.Exists(full))
        {
            Directory.Delete(full, recursive: true);
        }

        var result = BuiltTool.Run(directory, "compile", sample, "--out", output, "--no-build-static");
        Assert.True(result.ExitCode == 0, result.Everything);
        Assert.Equal("", result.Error.Replace($"restoring {Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(full)))}.csproj\n", "", StringComparison.Ordinal));
        return (result.Output, new(
            Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(full, file), File.ReadAllText),
            StringComparer.Ordinal));
    }
}

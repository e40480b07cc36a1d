using System.Text.RegularExpressions;
using Klotho.Compiler.Tests.Conventions;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>Golden cases: folders with input and the expected output, which <c>KLOTHO_UPDATE_GOLDEN=1</c> rewrites.</summary>
internal static partial class Golden
{
    private static bool Updates => Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1";

    /// <summary>The names of the cases of a stage.</summary>
    public static TheoryData<string> CasesOf(string stage) =>
        [.. Directory.GetDirectories(FolderOf(stage)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>A file of a case.</summary>
    public static string Read(string stage, string @case, string file) => File.ReadAllText(Path.Combine(FolderOf(stage), @case, file));

    public static bool Has(string stage, string @case, string file) => File.Exists(Path.Combine(FolderOf(stage), @case, file));

    /// <summary>The C# files of a case by their paths inside it.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string stage, string @case)
    {
        var folder = Path.Combine(FolderOf(stage), @case);
        return Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)));
    }

    /// <summary>Compares with the expected file of a case, or writes it.</summary>
    public static void Check(string stage, string @case, string file, string actual)
    {
        // The digest of the input changes with every line number; that files carry it is another test's.
        actual = Digest().Replace(actual, "Input: sha256:…");
        var path = Path.Combine(FolderOf(stage), @case, file);
        if (Updates)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing; KLOTHO_UPDATE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    [GeneratedRegex("Input: sha256:[0-9a-f]{64}")]
    private static partial Regex Digest();

    private static string FolderOf(string stage) => Path.Combine(Repository.Root, "tests/Klotho.Compiler.Tests/Cases", stage);
}

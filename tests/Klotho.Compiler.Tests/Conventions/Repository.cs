using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Conventions;

/// <summary>The repository that the tests were built from, as files.</summary>
internal static class Repository
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> AllSources = new(ReadSources);

    public static string Root { get; } = FindRoot();

    public static CSharpParseOptions Syntax { get; } = new(LanguageVersion.Preview, DocumentationMode.None);

    /// <summary>Every C# file below <c>src</c>, <c>tests</c> and <c>samples</c>, parsed once.</summary>
    public static IReadOnlyList<SourceFile> Sources => AllSources.Value;

    public static IEnumerable<SourceFile> SourcesBelow(string folder) =>
        Sources.Where(source => source.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Files below a folder by ending, without what builds and package managers leave there.</summary>
    public static IEnumerable<string> Files(string folder, string ending) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + ending, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "dist" or "compiled" or ".git"))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static List<SourceFile> ReadSources() =>
        new[] { "src", "tests", "samples" }
            .SelectMany(folder => Files(folder, ".cs"))
            .Where(path => !path.Contains("/Cases/", StringComparison.Ordinal))
            .Select(path => new SourceFile(path, CSharpSyntaxTree.ParseText(Read(path), Syntax)))
            .ToList();

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Klotho.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("Klotho.sln is in no directory above the tests.");
    }
}

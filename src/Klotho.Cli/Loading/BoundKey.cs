using Klotho.Cli.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Cli.Loading;

/// <summary>Everything on which it depends whether a project compiles, and what its generators write.</summary>
internal static class BoundKey
{
    /// <param name="project">The project.</param>
    /// <param name="arguments">Its compiler's command line.</param>
    /// <param name="trees">Its own code; the checksum of each text counts.</param>
    /// <param name="references">What it references; size and time of each file count.</param>
    /// <param name="sources">The keys of the projects that it references as source, by assembly.</param>
    public static CacheKey Of(
        ProjectFacts project,
        CSharpCommandLineArguments arguments,
        IReadOnlyList<SyntaxTree> trees,
        IReadOnlyList<MetadataReference> references,
        IReadOnlyDictionary<string, CacheKey> sources) => CacheKey.Of("bound",
        [
            ToolIdentity.Value,
            project.Directory,
            project.RoslynDirectory,
            .. project.Arguments,
            .. trees.SelectMany(tree => new[] { tree.FilePath, Convert.ToHexStringLower(tree.GetText().GetChecksum().AsSpan()) }),
            .. references.Select(reference => Reference(reference, sources)),
            .. arguments.AnalyzerReferences.Select(analyzer => Stamped(Path.GetFullPath(analyzer.FilePath, project.Directory))),
            .. arguments.AdditionalFiles.Select(file => Stamped(file.Path)),
            .. arguments.AnalyzerConfigPaths.Select(Stamped),
        ]);

    private static string Reference(MetadataReference reference, IReadOnlyDictionary<string, CacheKey> sources) =>
        reference is CompilationReference { Compilation.AssemblyName: { } name } ? $"{name} {sources.GetValueOrDefault(name)}" : Stamped(reference.Display ?? "");

    private static string Stamped(string path) => $"{path} {PathStamps.OfFile(path)}";
}

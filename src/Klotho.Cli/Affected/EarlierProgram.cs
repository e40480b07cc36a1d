using Klotho.Cli.Git;
using Klotho.Cli.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Cli.Affected;

/// <summary>
/// The program as it was at a commit, bound as the one of today is. What a unit no longer names is seen only there: a class that lost
/// an interface, an overload that is gone. Where the project files changed too, all units are affected anyway.
/// </summary>
internal static class EarlierProgram
{
    private const string CSharp = ".cs";

    /// <summary>The earlier texts of the changed C# files, by absolute path; null for those that were not there.</summary>
    public static async Task<IReadOnlyDictionary<string, string?>> TextsAsync(IEnumerable<string> changed, LoadedProject project, GitHistory history, CancellationToken cancel)
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var path in changed.Where(path => path.EndsWith(CSharp, StringComparison.Ordinal) && ProjectOf(path, project) is not null))
        {
            texts[path] = await history.TextAsync(path, cancel);
        }

        return texts;
    }

    public static Compilation With(LoadedProject project, IReadOnlyDictionary<string, string?> texts) =>
        texts.Count == 0 ? project.App : Replace(project.App, project, texts, new(StringComparer.Ordinal));

    /// <summary>The innermost project whose folder a file is in.</summary>
    public static ProjectFacts? ProjectOf(string path, LoadedProject project) => project.Projects
        .Where(facts => path.StartsWith(facts.Directory.TrimEnd('/') + "/", StringComparison.Ordinal))
        .MaxBy(facts => facts.Directory.Length);

    private static Compilation Replace(Compilation compilation, LoadedProject project, IReadOnlyDictionary<string, string?> texts, Dictionary<string, Compilation> done)
    {
        var name = compilation.AssemblyName ?? "";
        if (done.TryGetValue(name, out var known))
        {
            return known;
        }

        var result = compilation;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (texts.TryGetValue(Path.GetFullPath(tree.FilePath), out var text))
            {
                result = text is null ? result.RemoveSyntaxTrees(tree) : result.ReplaceSyntaxTree(tree, Parse(text, tree.FilePath, tree.Options));
            }
        }

        var here = compilation.SyntaxTrees.Select(tree => Path.GetFullPath(tree.FilePath)).ToHashSet(StringComparer.Ordinal);
        var options = compilation.SyntaxTrees.FirstOrDefault()?.Options;
        result = result.AddSyntaxTrees(texts
            .Where(pair => pair.Value is not null && !here.Contains(pair.Key) && ProjectOf(pair.Key, project) is { } owner && owner.AssemblyName == name && owner.Globs.TakeIn(pair.Key))
            .Select(pair => Parse(pair.Value ?? "", pair.Key, options)));
        foreach (var reference in compilation.References.OfType<CompilationReference>())
        {
            var replaced = Replace(reference.Compilation, project, texts, done);
            result = replaced == reference.Compilation ? result : result.ReplaceReference(reference, replaced.ToMetadataReference(reference.Properties.Aliases, reference.Properties.EmbedInteropTypes));
        }

        done[name] = result;
        return result;
    }

    private static SyntaxTree Parse(string text, string path, ParseOptions? options) => CSharpSyntaxTree.ParseText(text, options as CSharpParseOptions, path);
}

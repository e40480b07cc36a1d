using Klotho.Cli.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Klotho.Cli.Loading;

/// <summary>Reads and parses the files that a compiler's command line names.</summary>
internal static class SourceTrees
{
    /// <summary>The files of the command line without those below an output folder of ours: a project's globs take them in.</summary>
    public static IReadOnlyList<string> Files(CSharpCommandLineArguments arguments)
    {
        var ours = new Dictionary<string, bool>(StringComparer.Ordinal);
        return arguments.SourceFiles.Select(file => file.Path).Where(path => !BelowOutput(Path.GetDirectoryName(path))).ToList();

        bool BelowOutput(string? directory)
        {
            if (directory is null || !directory.StartsWith(arguments.BaseDirectory ?? "/", StringComparison.Ordinal))
            {
                return false;
            }

            if (!ours.TryGetValue(directory, out var known))
            {
                known = File.Exists(Path.Combine(directory, OutputMarker.FileName)) || BelowOutput(Path.GetDirectoryName(directory));
                ours.Add(directory, known);
            }

            return known;
        }
    }

    public static CSharpParseOptions Options(CSharpCommandLineArguments arguments) =>
        arguments.ParseOptions
            .WithDocumentationMode(DocumentationMode.None)
            // Flow analysis of null costs a third of the binding and changes no symbol.
            .WithFeatures(arguments.ParseOptions.Features.Append(new("run-nullable-analysis", "never")));

    /// <summary>Trees in the order of the command line. A file that cannot be read is the compiler's CS2001.</summary>
    public static (IReadOnlyList<SyntaxTree> Trees, IReadOnlyList<string> Missing) Parse(
        IReadOnlyList<string> files, CSharpCommandLineArguments arguments, LoadMemory memory, CancellationToken cancel)
    {
        var options = Options(arguments);
        var trees = files.AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(file => memory.TextOf(file, arguments.Encoding, arguments.ChecksumAlgorithm) is { } text ? memory.Parse(text, options, file) : null).ToList();
        return (trees.OfType<SyntaxTree>().ToList(), files.Where((_, index) => trees[index] is null).ToList());
    }

    /// <param name="file">The file to read.</param>
    /// <param name="path">The path under which the tree is known.</param>
    /// <param name="arguments">The command line that names the file.</param>
    /// <param name="options">How to parse.</param>
    public static SyntaxTree Parse(string file, string path, CSharpCommandLineArguments arguments, CSharpParseOptions options)
    {
        using var stream = File.OpenRead(file);
        return CSharpSyntaxTree.ParseText(SourceText.From(stream, arguments.Encoding, arguments.ChecksumAlgorithm), options, path);
    }

    public static SyntaxTree Parse(GeneratedFile file, CSharpCommandLineArguments arguments) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Text, arguments.Encoding, arguments.ChecksumAlgorithm), Options(arguments), file.Path);
}

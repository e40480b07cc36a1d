using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Cli.Loading;

/// <summary>A compilation that stood, after edits within bodies: only the edited files can have errors, and no other need be bound.</summary>
/// <param name="App">The application's compilation with the new texts.</param>
/// <param name="Errors">What is wrong in the edited files.</param>
internal sealed record EditedCompilation(CSharpCompilation App, IReadOnlyList<KlothoDiagnostic> Errors)
{
    /// <summary>The edited compilation, or null where an edit can be seen outside of its file, or is none of a source file.</summary>
    /// <param name="before">A compilation without errors.</param>
    /// <param name="edited">The absolute paths of files that may have another text than in it.</param>
    /// <param name="memory">Where texts come from.</param>
    /// <param name="cancel">Ends the work.</param>
    public static EditedCompilation? Of(CSharpCompilation before, IEnumerable<string> edited, LoadMemory memory, CancellationToken cancel)
    {
        var owners = Sources(before).SelectMany(compilation => compilation.SyntaxTrees.Select(tree => (compilation, tree))).ToLookup(pair => pair.tree.FilePath, StringComparer.Ordinal);
        var changes = new List<(CSharpCompilation In, SyntaxTree Old, SyntaxTree New)>();
        foreach (var path in edited)
        {
            if (!owners.Contains(path))
            {
                return null;
            }

            foreach (var (compilation, tree) in owners[path])
            {
                var earlier = tree.GetText(cancel);
                if (memory.TextOf(path, earlier.Encoding, earlier.ChecksumAlgorithm) is not { } text)
                {
                    return null;
                }

                var later = text.ContentEquals(earlier) ? tree : memory.Parse(text, (CSharpParseOptions)tree.Options, path);
                if (!BodyEdit.Separates(tree, later, cancel))
                {
                    return null;
                }

                if (later != tree)
                {
                    changes.Add((compilation, tree, later));
                }
            }
        }

        return Apply(before, changes, cancel);
    }

    private static EditedCompilation Apply(CSharpCompilation before, List<(CSharpCompilation In, SyntaxTree Old, SyntaxTree New)> changes, CancellationToken cancel)
    {
        var rebuilt = new Dictionary<CSharpCompilation, CSharpCompilation>();
        var app = Rebuild(before);
        var errors = changes.GroupBy(change => change.In, change => change.New).SelectMany(files => CSharpError.In(rebuilt[files.Key], [.. files], cancel));
        return new(app, [.. errors.Select(error => error.Diagnostic)]);

        CSharpCompilation Rebuild(CSharpCompilation compilation)
        {
            if (rebuilt.TryGetValue(compilation, out var known))
            {
                return known;
            }

            var result = compilation;
            foreach (var reference in compilation.References.OfType<CompilationReference>())
            {
                if (reference.Compilation is CSharpCompilation inner && Rebuild(inner) is var young && young != inner)
                {
                    result = result.ReplaceReference(reference, young.ToMetadataReference(reference.Properties.Aliases, reference.Properties.EmbedInteropTypes));
                }
            }

            foreach (var change in changes.Where(change => change.In == compilation))
            {
                result = result.ReplaceSyntaxTree(change.Old, change.New);
            }

            return rebuilt[compilation] = result;
        }
    }

    /// <summary>The compilation and those that it references as source, each once.</summary>
    private static HashSet<CSharpCompilation> Sources(CSharpCompilation app)
    {
        var found = new HashSet<CSharpCompilation>();
        var next = new Stack<CSharpCompilation>([app]);
        while (next.TryPop(out var compilation))
        {
            if (found.Add(compilation))
            {
                foreach (var reference in compilation.References.OfType<CompilationReference>())
                {
                    if (reference.Compilation is CSharpCompilation source)
                    {
                        next.Push(source);
                    }
                }
            }
        }

        return found;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Klotho.Analysis.Fixes;

/// <summary>Tells whether code still compiles after an edit. What does not is not offered: it would be no mend.</summary>
internal static class EditCheck
{
    /// <summary>Whether no file that the edit changes, or that names what it declares otherwise, has an error that it had not before.</summary>
    public static bool Stands(CodeEdit edit, Compilation before, CancellationToken cancel)
    {
        var after = before;
        var pairs = new List<(SyntaxTree Old, SyntaxTree New)>();
        foreach (var file in edit.Changes.GroupBy(change => change.Tree))
        {
            var young = file.Key.WithChangedText(Changed(file.Key.GetText(cancel), file));
            after = after.ReplaceSyntaxTree(file.Key, young);
            pairs.Add((file.Key, young));
        }

        var naming = before.SyntaxTrees.Where(tree => edit.Redeclared.Count > 0 && !IsGenerated(tree) && pairs.All(pair => pair.Old != tree) && Names(tree.GetText(cancel).ToString(), edit.Redeclared));
        return pairs.Concat(naming.Select(tree => (Old: tree, New: tree)))
            .All(pair => !ErrorsIn(after, pair.New, cancel).Except(ErrorsIn(before, pair.Old, cancel)).Any());
    }

    /// <summary>A file's text after the changes, those of one place in their order.</summary>
    public static SourceText Changed(SourceText text, IEnumerable<CodeChange> changes) =>
        text.WithChanges(changes.Distinct().OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End).Select(change => new TextChange(change.Span, change.Text)));

    /// <summary>What generators wrote is written anew after the edit.</summary>
    public static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    private static bool Names(string text, IReadOnlyList<string> names) => names.Any(name => text.IndexOf(name, StringComparison.Ordinal) >= 0);

    private static IEnumerable<string> ErrorsIn(Compilation compilation, SyntaxTree tree, CancellationToken cancel) =>
        compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancel)
            .Where(found => found.Severity == DiagnosticSeverity.Error && !found.IsWarningAsError)
            .Select(found => $"{found.Id} {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
}

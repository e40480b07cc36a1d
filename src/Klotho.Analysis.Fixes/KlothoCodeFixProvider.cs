using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Klotho.Analysis.Fixes;

/// <summary>Offers the edit that mends what <see cref="Ide.KlothoAnalyzer"/> shows, where one edit does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KlothoCodeFixProvider))]
[Shared]
public sealed class KlothoCodeFixProvider : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [.. CodeFixCatalogue.All.SelectMany(fix => fix.Rules).Select(rule => rule.Code.Value).OrderBy(code => code, StringComparer.Ordinal)];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var shown = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var place = new FixPlace(diagnostic, shown, model, context.CancellationToken);
            foreach (var edit in CodeFixCatalogue.All
                .Where(fix => fix.Rules.Any(rule => rule.Code.Value == diagnostic.Id))
                .SelectMany(fix => fix.Propose(place))
                .Where(edit => EditCheck.Stands(edit, model.Compilation, context.CancellationToken)))
            {
                var solution = context.Document.Project.Solution;
                context.RegisterCodeFix(CodeAction.Create(edit.Title, cancel => AppliedAsync(solution, edit, cancel), $"{diagnostic.Id}:{edit.Title}"), diagnostic);
            }
        }
    }

    private static async Task<Solution> AppliedAsync(Solution solution, CodeEdit edit, CancellationToken cancel)
    {
        foreach (var file in edit.Changes.GroupBy(change => change.Tree))
        {
            if (solution.GetDocument(file.Key) is { } document)
            {
                var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
                solution = solution.WithDocumentText(document.Id, EditCheck.Changed(text, file));
            }
        }

        return solution;
    }
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;

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
            foreach (var fix in CodeFixCatalogue.All.Where(fix => fix.Rules.Any(rule => rule.Code.Value == diagnostic.Id)))
            {
                if (fix.Propose(shown, model, context.CancellationToken) is { } edit)
                {
                    context.RegisterCodeFix(Action(context.Document, root, edit, $"{diagnostic.Id}:{edit.Title}"), diagnostic);
                }
            }
        }
    }

    private static CodeAction Action(Document document, SyntaxNode root, CodeEdit edit, string key) => CodeAction.Create(
        edit.Title,
        _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(edit.Old, edit.New.WithTriviaFrom(edit.Old).WithAdditionalAnnotations(Formatter.Annotation)))),
        key);
}

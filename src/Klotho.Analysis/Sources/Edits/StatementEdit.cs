using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Klotho.Analysis.Sources.Edits;

/// <summary>
/// The statements at the top of a program that an edit changed: those between the ones that stayed. Only calls can be bound alone, as they
/// declare nothing that other statements see.
/// </summary>
internal sealed class StatementEdit
{
    private readonly IReadOnlyList<GlobalStatementSyntax> kept;

    private StatementEdit(IReadOnlyList<GlobalStatementSyntax> kept, IReadOnlyList<GlobalStatementSyntax> old, IReadOnlyList<GlobalStatementSyntax> young) =>
        (this.kept, Old, Young) = (kept, old, young);

    public IReadOnlyList<GlobalStatementSyntax> Old { get; }

    public IReadOnlyList<GlobalStatementSyntax> Young { get; }

    public bool IsNothing => Old.Count == 0 && Young.Count == 0;

    public static StatementEdit Of(CompilationUnitSyntax before, CompilationUnitSyntax after)
    {
        var (old, young) = (before.Members.OfType<GlobalStatementSyntax>().ToList(), after.Members.OfType<GlobalStatementSyntax>().ToList());
        var shorter = Math.Min(old.Count, young.Count);
        var first = 0;
        while (first < shorter && young[first].IsEquivalentTo(old[first], topLevel: false))
        {
            first++;
        }

        var last = 0;
        while (last < shorter - first && young[young.Count - 1 - last].IsEquivalentTo(old[old.Count - 1 - last], topLevel: false))
        {
            last++;
        }

        return new([.. old.Take(first), .. old.Skip(old.Count - last)], [.. old.Skip(first).Take(old.Count - first - last)], [.. young.Skip(first).Take(young.Count - first - last)]);
    }

    /// <summary>The new statements with what binds them in the place of the old ones; null where other statements can see the edit, or the compiler cannot bind them.</summary>
    public EditedPart? Bind(CompilationUnitSyntax before, SemanticModel model, CancellationToken cancel)
    {
        if (!Old.Concat(Young).All(IsCall) || AnyWaits(Old) != AnyWaits(Young) || Written().Intersect(Declared()).Any()
            || kept.FirstOrDefault(IsPlain) is not { } anchor || model.GetDeclaredSymbol(before, cancel) is not { } entry)
        {
            return null;
        }

        var roots = new List<(SyntaxNode, SemanticModel)>();
        foreach (var statement in Young.Select(each => each.Statement))
        {
            if (!model.TryGetSpeculativeSemanticModel(anchor.SpanStart, statement, out var bound) || bound is null)
            {
                return null;
            }

            roots.Add((statement, bound));
        }

        return new(Place(Old), Place(Young), null, entry, roots);
    }

    private static TextSpan Place(IReadOnlyList<GlobalStatementSyntax> statements) =>
        statements.Count == 0 ? default : TextSpan.FromBounds(statements[0].SpanStart, statements[statements.Count - 1].Span.End);

    private static bool IsCall(GlobalStatementSyntax statement) =>
        !statement.ContainsDirectives && Own(statement).All(node => node is not SingleVariableDesignationSyntax)
        && statement.Statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AwaitExpressionSyntax { Expression: InvocationExpressionSyntax } };

    // Whose beginning is in sight of nothing but what all statements see.
    private static bool IsPlain(GlobalStatementSyntax statement) =>
        statement.Statement is LocalDeclarationStatementSyntax or ExpressionStatementSyntax && Own(statement).All(node => node is not SingleVariableDesignationSyntax);

    // A program that waits nowhere has no task to wait for it.
    private bool AnyWaits(IReadOnlyList<GlobalStatementSyntax> statements) =>
        kept.Concat(statements).Any(statement => Own(statement).Any(node => node is AwaitExpressionSyntax
            or ForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword } or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword }
            or UsingStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword }));

    private IEnumerable<string> Declared() => kept.SelectMany(Own).Select(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        _ => "",
    });

    // What a variable of the program holds is read from all that is written to it.
    private IEnumerable<string> Written() => Old.Concat(Young).SelectMany(statement => statement.DescendantNodes()).OfType<IdentifierNameSyntax>()
        .Where(name => name.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == name,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or RefExpressionSyntax => true,
            _ => false,
        })
        .Select(name => name.Identifier.ValueText);

    private static IEnumerable<SyntaxNode> Own(GlobalStatementSyntax statement) =>
        statement.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
}

using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Routes;

/// <summary>What a local stands for that gets one value and no other.</summary>
internal static class LocalValue
{
    public static ExpressionSyntax? Of(ILocalSymbol local, SourceProgram program)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration)
        {
            return null;
        }

        var values = Assigned(local, declaration, program).ToList();
        if (Initial(declaration) is { } initial)
        {
            values.Add(initial);
        }

        return values.Count == 1 ? values[0] : null;
    }

    private static ExpressionSyntax? Initial(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,

        // var (one, other) = (first, second);
        SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax tuple } } } names } name
            when names.Variables.Count == tuple.Arguments.Count => tuple.Arguments[names.Variables.IndexOf(name)].Expression,
        _ => null,
    };

    private static IEnumerable<ExpressionSyntax> Assigned(ILocalSymbol local, SyntaxNode declaration, SourceProgram program) =>
        declaration.Ancestors().OfType<MemberDeclarationSyntax>().LastOrDefault(each => each is not BaseNamespaceDeclarationSyntax and not TypeDeclarationSyntax)?.Parent is { } scope
            ? program.Now(scope)
                .DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .Where(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name)
                .Select(assignment => assignment.Right)
            : [];
}

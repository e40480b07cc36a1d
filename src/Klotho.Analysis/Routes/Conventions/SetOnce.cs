using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes.Conventions;

/// <summary>What locals, fields and properties hold that get their value where they are declared and never another.</summary>
internal static class SetOnce
{
    /// <summary>The value, or null where the operation refers to nothing of the kind.</summary>
    public static IOperation? ValueOf(IOperation reference) => reference switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => Value(local, reference),
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => Value(field, reference),
        IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property } => Value(property, reference),
        _ => null,
    };

    private static IOperation? Value(ISymbol symbol, IOperation reference)
    {
        var declaration = symbol.DeclaringSyntaxReferences.Length == 1 ? symbol.DeclaringSyntaxReferences[0].GetSyntax() : null;
        ExpressionSyntax? value = declaration switch
        {
            VariableDeclaratorSyntax { Initializer: { } initializer } => initializer.Value,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            _ => null,
        };
        return declaration is null || value is null || IsSetAgain(symbol, declaration) ? null : ModelOf(value.SyntaxTree, reference)?.GetOperation(value);
    }

    // Code that is bound in the place of other code is in no compilation.
    private static SemanticModel? ModelOf(SyntaxTree tree, IOperation reference) =>
        reference.SemanticModel is { IsSpeculativeSemanticModel: true } speculative && reference.Syntax.SyntaxTree == tree ? speculative
            : Owner(reference.SemanticModel?.Compilation, tree)?.GetSemanticModel(tree);

    // A static field can be set in any part of its class, which static constructors are few enough to ask by name.
    private static bool IsSetAgain(ISymbol symbol, SyntaxNode declaration) => symbol is ILocalSymbol
        ? IsWritten(Scope(declaration), symbol.Name)
        : symbol.ContainingType.StaticConstructors.SelectMany(each => each.DeclaringSyntaxReferences).Any(each => IsWritten(each.GetSyntax(), symbol.Name));

    private static SyntaxNode Scope(SyntaxNode declaration) => declaration.Ancestors()
        .FirstOrDefault(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax) ?? declaration;

    private static bool IsWritten(SyntaxNode scope, string name) => scope.DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(identifier => identifier.Identifier.ValueText == name)
        .Any(identifier => identifier.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == identifier,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
            RefExpressionSyntax => true,
            _ => false,
        });

    private static Compilation? Owner(Compilation? compilation, SyntaxTree tree) => compilation is null || compilation.ContainsSyntaxTree(tree)
        ? compilation
        : compilation.References.OfType<CompilationReference>().Select(reference => Owner(reference.Compilation, tree)).FirstOrDefault(found => found is not null);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Sources.Edits;

/// <summary>The body of a member, in two versions of a file.</summary>
internal readonly record struct BodyPair(SyntaxNode Old, SyntaxNode Young)
{
    private static readonly string[] RouteAttributeMembers = ["Template", "Order", "HttpMethods"];

    /// <summary>Whether other code can see the edit: readers take the body for a value, or the member has a field of its own because of it.</summary>
    public bool IsSeen => NamesField(Old) != NamesField(Young)
        || Old.Parent is ConstructorDeclarationSyntax { Modifiers: var constructor } && constructor.Any(SyntaxKind.StaticKeyword)
        || Old.Parent is PropertyDeclarationSyntax property && (property.Modifiers.Any(SyntaxKind.StaticKeyword) || RouteAttributeMembers.Contains(property.Identifier.ValueText));

    public bool IsChanged => !Young.IsEquivalentTo(Old, topLevel: false);

    /// <summary>The bodies of all members in the order of the source; null where one version has others.</summary>
    public static IReadOnlyList<BodyPair>? Of(SyntaxNode before, SyntaxNode after)
    {
        var (old, young) = (BodiesIn(before).ToList(), BodiesIn(after).ToList());
        return old.Count == young.Count && old.Zip(young, (one, other) => one.RawKind == other.RawKind).All(same => same)
            ? old.Zip(young, (one, other) => new BodyPair(one, other)).ToList()
            : null;
    }

    /// <summary>The new body with what binds it in the old one's place; null where the compiler cannot.</summary>
    public EditedPart? Bind(SemanticModel model, CancellationToken cancel)
    {
        // A member of an extension block goes by two symbols.
        if (Owner(model, cancel) is not { ContainingType.Name.Length: > 0 } owner || TryBind(model) is not { } young)
        {
            return null;
        }

        return new(Old.Span, Young.Span, Old, owner, [(Young, young)]);
    }

    private static bool NamesField(SyntaxNode body) => body.DescendantTokens().Any(token => token.Text == "field");

    private static IEnumerable<SyntaxNode> BodiesIn(SyntaxNode root) => root.DescendantNodes(node => !IsBody(node)).Where(IsBody);

    private static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax }
            or ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax };

    private IMethodSymbol? Owner(SemanticModel model, CancellationToken cancel) => Old.Parent switch
    {
        BaseMethodDeclarationSyntax method => model.GetDeclaredSymbol(method, cancel),
        AccessorDeclarationSyntax accessor => model.GetDeclaredSymbol(accessor, cancel),
        BasePropertyDeclarationSyntax property => (model.GetDeclaredSymbol(property, cancel) as IPropertySymbol)?.GetMethod,
        _ => null,
    };

    private SemanticModel? TryBind(SemanticModel model)
    {
        SemanticModel? bound = null;
        var isBound = (Young, Young.Parent) switch
        {
            (BlockSyntax, BaseMethodDeclarationSyntax method) => model.TryGetSpeculativeSemanticModelForMethodBody(Old.SpanStart, method, out bound),
            (BlockSyntax, AccessorDeclarationSyntax accessor) => model.TryGetSpeculativeSemanticModelForMethodBody(Old.SpanStart, accessor, out bound),

            // What an old expression declares stays in sight of the new one.
            (ArrowExpressionClauseSyntax arrow, _) when !Old.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax) =>
                model.TryGetSpeculativeSemanticModel(Old.SpanStart, arrow, out bound),
            _ => false,
        };
        return isBound ? bound : null;
    }
}

using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.PubSub;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Handlers;

/// <summary>Writes the id of a topic that is published, where a handler's is a letter or two beside it.</summary>
internal sealed class TopicIdFix : ICodeFix
{
    private const string Attribute = "PubSub";

    public IReadOnlyList<DiagnosticRule> Rules { get; } = [TopicRules.NobodyPublishes];

    public IEnumerable<CodeEdit> Propose(FixPlace place)
    {
        var subscribed = place.Shown.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.AttributeLists.SelectMany(list => list.Attributes)
            .Where(IsOfTopic)
            .Select(IdOf)
            .OfType<LiteralExpressionSyntax>();
        foreach (var literal in subscribed ?? [])
        {
            if (DidYouMean.Closest(literal.Token.ValueText, Published(place).Where(id => id != literal.Token.ValueText)) is { } similar)
            {
                yield return new($"Subscribe to \"{similar}\"", CodeChange.Replace(literal, SymbolDisplay.FormatLiteral(similar, quote: true)));
            }
        }
    }

    private static IEnumerable<string> Published(FixPlace place) => place.Model.Compilation.SyntaxTrees
        .Where(tree => tree.GetText(place.Cancel).ToString().IndexOf(Attribute, StringComparison.Ordinal) >= 0)
        .SelectMany(tree => tree.GetRoot(place.Cancel).DescendantNodes().OfType<AttributeSyntax>())
        .Where(attribute => IsOfTopic(attribute) && attribute.Parent?.Parent is not MethodDeclarationSyntax)
        .Select(IdOf)
        .OfType<ExpressionSyntax>()
        .Select(id => place.Model.Compilation.GetSemanticModel(id.SyntaxTree).GetConstantValue(id, place.Cancel).Value)
        .OfType<string>();

    private static bool IsOfTopic(AttributeSyntax attribute) => attribute.Name.ToString().Split('.').Last() is Attribute or Attribute + "Attribute";

    private static ExpressionSyntax? IdOf(AttributeSyntax attribute) => attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
}

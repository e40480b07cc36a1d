using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Calls;

/// <summary>Passes the token that is at hand.</summary>
internal sealed class TokenFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [ReachRules.TokenDropped];

    public CodeEdit? Propose(SyntaxNode shown, SemanticModel model, CancellationToken cancel)
    {
        if (shown.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || TokenAtHand.Of(call, model) is not ({ } parameter, { Name: var token }))
        {
            return null;
        }

        var given = call.ArgumentList.Arguments;
        var value = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(token));
        var argument = given.Count == parameter.Ordinal && given.All(each => each.NameColon is null)
            ? value
            : value.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter.Name)));
        return new($"Pass '{token}'", call, call.WithArgumentList(call.ArgumentList.AddArguments(argument)));
    }
}

using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Reach;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Calls;

/// <summary>Passes the token that is at hand.</summary>
internal sealed class TokenFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [ReachRules.TokenDropped];

    public IEnumerable<CodeEdit> Propose(FixPlace place)
    {
        if (place.Shown.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || TokenAtHand.Of(call, place.Model) is not ({ } parameter, { Name: var token }))
        {
            return [];
        }

        var given = call.ArgumentList.Arguments;
        var argument = given.Count == parameter.Ordinal && given.All(each => each.NameColon is null) ? token : $"{parameter.Name}: {token}";
        return [new($"Pass '{token}'", CodeChange.Insert(call.ArgumentList.CloseParenToken, given.Count == 0 ? argument : $", {argument}"))];
    }
}

using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>Calls that take a cancellation token and are given none, though a function around them has one.</summary>
internal static class TokenAtHand
{
    private const string TokenType = "System.Threading.CancellationToken";

    /// <returns>What the call leaves out, and what it could be given; null where it leaves nothing out or nothing is at hand.</returns>
    public static (IParameterSymbol Parameter, IParameterSymbol Token)? Of(InvocationExpressionSyntax call, SemanticModel model)
    {
        var left = (model.GetOperation(call) as IInvocationOperation)?.Arguments
            .FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.DefaultValue && argument.Parameter?.Type.Is(TokenType) == true)?.Parameter;
        if (left is null)
        {
            return null;
        }

        for (var around = model.GetEnclosingSymbol(call.SpanStart); around is IMethodSymbol method; around = around.ContainingSymbol)
        {
            if (method.Parameters.FirstOrDefault(parameter => parameter.Type.Is(TokenType)) is { } token)
            {
                return (left, token);
            }

            // What a static function stands in, it cannot name.
            if (method.IsStatic)
            {
                return null;
            }
        }

        return null;
    }
}

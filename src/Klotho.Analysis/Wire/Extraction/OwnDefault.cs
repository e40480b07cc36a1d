using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>Whether the code gives a member a value that stays where JSON has none. Of an assembly only a constructor's defaults are known.</summary>
internal static class OwnDefault
{
    public static bool Has(ISymbol member, IParameterSymbol? parameter, INamedTypeSymbol type)
    {
        if (parameter is not null)
        {
            return parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is not (null or false or 0 or 0L or 0u or 0ul or 0d or 0f or 0m or '\0');
        }

        // A struct without a constructor of its own is made of zeros, whatever its initialisers say.
        if (type.IsValueType && type.InstanceConstructors.All(each => each.IsImplicitlyDeclared || each.Parameters.Length > 0))
        {
            return false;
        }

        return member.DeclaringSyntaxReferences.Select(reference => Initializer(reference.GetSyntax())).Any(value => value is not null && !IsDefault(value));
    }

    private static ExpressionSyntax? Initializer(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        _ => null,
    };

    private static bool IsDefault(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } assertion => IsDefault(assertion.Operand),
        DefaultExpressionSyntax => true,
        LiteralExpressionSyntax literal => literal.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression or SyntaxKind.FalseLiteralExpression
            || literal.Token.ValueText is "0",
        _ => false,
    };
}

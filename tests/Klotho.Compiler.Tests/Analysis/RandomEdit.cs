using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>Edits as people make them: mostly within bodies, some of declarations, some of nothing that the compiler sees.</summary>
internal static class RandomEdit
{
    /// <summary>Another text of a file; what it says need not compile.</summary>
    public static string Of(string text, IReadOnlyList<string> statements, Random random)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        var inside = root.DescendantNodes().OfType<StatementSyntax>().Where(statement => statement.Parent is BlockSyntax or GlobalStatementSyntax).ToList();
        var statement = Pick(inside, random);
        return random.Next(14) switch
        {
            0 => Comment(text, root, random),
            1 when statement is not null => text.Remove(statement.SpanStart, statement.Span.Length),
            2 when statement is not null => text.Insert(statement.SpanStart, $"{Pick(statements, random)}\n"),
            3 when statement is not null => Replaced(text, statement, Pick(statements, random) ?? ""),
            4 when statement is not null => Replaced(text, statement, $"if (Environment.TickCount > 0) {{\n{statement}\n}}"),
            5 when statement is not null => Replaced(text, statement, $"foreach (var each in new[] {{ 1, 2 }}) {{ {statement} }}"),
            6 when statement is not null => text.Insert(statement.SpanStart, $"{statement}\n"),
            7 => Literal(text, root, random),
            8 when Pick(root.DescendantNodes().OfType<AwaitExpressionSyntax>().ToList(), random) is { } awaited => Replaced(text, awaited, awaited.Expression.ToString()),
            9 when Pick(root.DescendantNodes().OfType<ArgumentSyntax>().ToList(), random) is { } argument => Replaced(text, argument, "default"),
            10 when Pick(root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type.OpenBraceToken.Span.Length > 0).ToList(), random) is { } type =>
                text.Insert(type.OpenBraceToken.Span.End, $"\npublic static int Added{random.Next(100)}() => {random.Next(9)};\n"),
            11 when Pick(root.DescendantNodes().OfType<MemberDeclarationSyntax>().ToList(), random) is { } member => text.Remove(member.SpanStart, member.Span.Length),
            12 when Pick(root.DescendantNodes().OfType<ArrowExpressionClauseSyntax>().ToList(), random) is { } arrow =>
                Replaced(text, arrow.Expression, Pick(root.DescendantNodes().OfType<ArrowExpressionClauseSyntax>().ToList(), random)?.Expression.ToString() ?? ""),
            _ => Body(text, root, random),
        };
    }

    private static string Comment(string text, SyntaxNode root, Random random) =>
        Pick(root.DescendantTokens().Where(token => token.Parent is not InterpolatedStringTextSyntax && token.Parent?.Parent is not InterpolatedStringExpressionSyntax).ToList(), random) is { RawKind: not 0 } token
            ? text.Insert(token.SpanStart, random.Next(2) == 0 ? "/* a */ " : "// a\n\n")
            : text;

    private static string Literal(string text, SyntaxNode root, Random random) =>
        Pick(root.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.Text.StartsWith('"')).ToList(), random) is { } literal
            ? text.Insert(literal.SpanStart + 1, random.Next(2) == 0 ? "x" : "/y")
            : text;

    private static string Body(string text, SyntaxNode root, Random random)
    {
        var bodies = root.DescendantNodes().OfType<BlockSyntax>().ToList();
        return (Pick(bodies, random), Pick(bodies, random)) is ({ } one, { } other) ? Replaced(text, one, other.ToString()) : text;
    }

    private static string Replaced(string text, SyntaxNode node, string instead) => text.Remove(node.SpanStart, node.Span.Length).Insert(node.SpanStart, instead);

    private static T? Pick<T>(IReadOnlyList<T> items, Random random) => items.Count == 0 ? default : items[random.Next(items.Count)];
}

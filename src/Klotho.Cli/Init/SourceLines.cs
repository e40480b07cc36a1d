using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Cli.Init;

/// <summary>Where in a C# file a line can be added.</summary>
internal static class SourceLines
{
    private const string Namespace = "Klotho";

    /// <summary>The directive for the namespace of the annotations, where the file has not got it.</summary>
    public static IEnumerable<TextInsertion> Using(SyntaxTree tree, Compilation compilation)
    {
        var unit = (CompilationUnitSyntax)tree.GetRoot();
        var everywhere = compilation.SyntaxTrees.Select(each => each.GetRoot()).OfType<CompilationUnitSyntax>()
            .SelectMany(each => each.Usings).Any(directive => directive.GlobalKeyword.Text.Length > 0 && directive.Name?.ToString() is Namespace or $"global::{Namespace}");
        if (everywhere || unit.Usings.Any(directive => directive.Name?.ToString() == Namespace))
        {
            yield break;
        }

        if (unit.Usings.FirstOrDefault(directive => directive.Alias is null && string.CompareOrdinal(directive.Name?.ToString(), Namespace) > 0 && !IsSystem(directive)) is { } later)
        {
            yield return new(tree.FilePath, later.SpanStart, $"using {Namespace};\n", "");
        }
        else if (unit.Usings.LastOrDefault() is { } last)
        {
            yield return new(tree.FilePath, LineEnd(tree, last), $"\nusing {Namespace};", "");
        }
        else
        {
            yield return new(tree.FilePath, Top(unit), $"using {Namespace};\n\n", "");
        }
    }

    /// <summary>Attributes of the assembly, a line each, behind the directives.</summary>
    public static IEnumerable<TextInsertion> OfAssembly(SyntaxTree tree, IReadOnlyList<(string Attribute, string Why)> attributes)
    {
        var unit = (CompilationUnitSyntax)tree.GetRoot();
        return attributes.Select((each, index) =>
            unit.AttributeLists.LastOrDefault() is { } list ? new TextInsertion(tree.FilePath, LineEnd(tree, list), $"\n{each.Attribute}", each.Why)
            : unit.Usings.LastOrDefault() is { } last ? new(tree.FilePath, LineEnd(tree, last), $"{(index == 0 ? "\n\n" : "\n")}{each.Attribute}", each.Why)
            : new(tree.FilePath, Top(unit), $"{each.Attribute}{(index == attributes.Count - 1 ? "\n\n" : "\n")}", each.Why));
    }

    /// <summary>A statement on a line of its own behind another.</summary>
    public static TextInsertion After(StatementSyntax statement, string line, string why) =>
        new(statement.SyntaxTree.FilePath, LineEnd(statement.SyntaxTree, statement), $"\n{Indent(statement)}{line}", why);

    /// <summary>An attribute on a line of its own above a declaration, below its comments.</summary>
    public static TextInsertion Above(MemberDeclarationSyntax declaration, string attribute, string why) =>
        new(declaration.SyntaxTree.FilePath, declaration.SpanStart, $"{attribute}\n{Indent(declaration)}", why);

    private static bool IsSystem(UsingDirectiveSyntax directive) => directive.Name?.ToString() is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>Below the comment at the top, but above one that documents what follows.</summary>
    private static int Top(CompilationUnitSyntax unit) =>
        unit.GetLeadingTrivia().Any(trivia => trivia.ToFullString().TrimStart() is var text && (text.StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal))) ? 0 : unit.GetFirstToken().SpanStart;

    private static int LineEnd(SyntaxTree tree, SyntaxNode node) => tree.GetText().Lines.GetLineFromPosition(node.Span.End).End;

    private static string Indent(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line[..^line.TrimStart().Length];
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Boundaries;

/// <summary>A new interface of the public methods of a class, written before it.</summary>
internal sealed record ExtractedInterface(string Name, IReadOnlyList<CodeChange> Changes)
{
    /// <summary>Null where the class is not declared in one place, or has no method to call.</summary>
    public static ExtractedInterface? Of(INamedTypeSymbol type, CancellationToken cancel)
    {
        if (type.DeclaringSyntaxReferences.Length != 1 || type.DeclaringSyntaxReferences[0].GetSyntax(cancel) is not ClassDeclarationSyntax declaration)
        {
            return null;
        }

        // What has attributes is called by the runtime, for messages and schedules.
        var methods = declaration.Members.OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.Count == 0 && method.Modifiers.Any(SyntaxKind.PublicKeyword) && !method.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.OverrideKeyword))
            .Select(method => $"{method.ReturnType} {method.Identifier}{method.TypeParameterList}{method.ParameterList}{string.Concat(method.ConstraintClauses.Select(each => $" {each}"))};")
            .ToList();
        if (methods.Count == 0)
        {
            return null;
        }

        var name = $"I{type.Name}";
        var (line, start) = Beginning(declaration);
        var visible = string.Concat(declaration.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword).Select(modifier => $"{modifier} "));
        var text = $"{line}{visible}interface {name}\n{line}{{\n{string.Join("\n\n", methods.Select(method => $"{line}    {method}"))}\n{line}}}\n\n";
        var head = declaration.BaseList?.Types.Last() ?? (SyntaxNode?)declaration.ParameterList ?? declaration.TypeParameterList;
        SyntaxNodeOrToken last = head is null ? declaration.Identifier : head;
        return new(name, [new(declaration.SyntaxTree, new(start, 0), text), CodeChange.Append(last, declaration.BaseList is null ? $" : {name}" : $", {name}")]);
    }

    /// <summary>The indentation of the class and the beginning of its first line, that of a comment on it among them.</summary>
    private static (string Indentation, int Start) Beginning(ClassDeclarationSyntax declaration)
    {
        var first = declaration.GetLeadingTrivia().FirstOrDefault(trivia => trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
        var line = declaration.SyntaxTree.GetText().Lines.GetLineFromPosition(first == default ? declaration.SpanStart : first.FullSpan.Start);
        var text = line.ToString();
        return (text.Substring(0, text.Length - text.TrimStart().Length), line.Start);
    }
}

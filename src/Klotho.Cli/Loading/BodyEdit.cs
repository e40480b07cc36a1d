using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Cli.Loading;

/// <summary>Tells edits within bodies from those that other files can see.</summary>
internal static class BodyEdit
{
    /// <summary>
    /// Whether two versions of a file declare the same, so that every other file means what it meant. The statements at the top of a program
    /// are a body too: no other file can name what they declare.
    /// </summary>
    public static bool Separates(SyntaxTree before, SyntaxTree after, CancellationToken cancel)
    {
        var (old, young) = ((CompilationUnitSyntax)before.GetRoot(cancel), (CompilationUnitSyntax)after.GetRoot(cancel));
        return HasStatements(old) == HasStatements(young) && SyntaxFactory.AreEquivalent(Declarations(old), Declarations(young), topLevel: true);
    }

    private static bool HasStatements(CompilationUnitSyntax file) => file.Members.Any(member => member is GlobalStatementSyntax);

    private static CompilationUnitSyntax Declarations(CompilationUnitSyntax file) =>
        HasStatements(file) ? file.WithMembers([.. file.Members.Where(member => member is not GlobalStatementSyntax)]) : file;
}

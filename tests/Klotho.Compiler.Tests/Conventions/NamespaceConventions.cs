using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Compiler.Tests.Conventions;

/// <summary>A namespace is a folder, and namespaces do not depend on each other in circles.</summary>
public sealed class NamespaceConventions
{
    private static readonly Dictionary<string, string> Compiler = new()
    {
        ["src/Klotho.Analysis"] = "Klotho.Analysis",
        ["src/Klotho.Planning"] = "Klotho.Planning",
        ["src/Klotho.Emit"] = "Klotho.Emit",
        ["src/Klotho.Cli"] = "Klotho.Cli",
    };

    public static TheoryData<string> Projects => [.. Compiler.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_namespace_is_its_folder(string project) =>
        Assert.Empty(Repository.SourcesBelow(project)
            .SelectMany(file => file.Unit.Members.OfType<BaseNamespaceDeclarationSyntax>()
                .Where(declaration => declaration.Name.ToString() != NamespaceOf(project, file) && declaration.Name.ToString() != "System.Runtime.CompilerServices")
                .Select(declaration => $"{file.Path}: {declaration.Name}")));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_have_no_circles(string project)
    {
        var uses = Repository.SourcesBelow(project)
            .SelectMany(file => file.Unit.Usings
                .Where(directive => directive.Name?.ToString().StartsWith(Compiler[project], StringComparison.Ordinal) == true)
                .Select(directive => (From: NamespaceOf(project, file), To: directive.Name?.ToString() ?? "")))
            .Where(use => use.From != use.To)
            .ToLookup(use => use.From, use => use.To);

        Assert.Empty(uses.Select(group => group.Key).Where(start => Reaches(start, start, uses, [])).Order(StringComparer.Ordinal));
    }

    private static bool Reaches(string from, string goal, ILookup<string, string> uses, HashSet<string> seen) =>
        uses[from].Any(next => next == goal || (seen.Add(next) && Reaches(next, goal, uses, seen)));

    private static string NamespaceOf(string project, SourceFile file)
    {
        var folders = file.Path[(project.Length + 1)..].Split('/')[..^1];
        return string.Join('.', folders.Prepend(Compiler[project]));
    }
}

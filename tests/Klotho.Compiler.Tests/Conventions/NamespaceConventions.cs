using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Compiler.Tests.Conventions;

/// <summary>A namespace is a folder, and namespaces do not depend on each other in circles.</summary>
public sealed class NamespaceConventions
{
    private static readonly string[] Compiler = ["src/Klotho.Analysis", "src/Klotho.Planning", "src/Klotho.Emit", "src/Klotho.Cli"];

    public static TheoryData<string> Projects => [.. Compiler];

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
        var uses = UsesIn(project).Distinct().ToLookup(use => use.From, use => use.To);

        var circles = uses.Select(group => group.Key)
            .Where(start => Reaches(start, start, uses, []))
            .Order(StringComparer.Ordinal)
            .Select(start => $"{start} → {string.Join(", ", uses[start].Where(next => next == start || Reaches(next, start, uses, [])).Order(StringComparer.Ordinal))}")
            .ToList();

        Assert.True(circles.Count == 0, string.Join('\n', circles));
    }

    /// <summary>Which namespace of the project names a type of which other one, as the compiler understands the names.</summary>
    private static IEnumerable<(string From, string To)> UsesIn(string project)
    {
        var files = Repository.SourcesBelow(project).ToList();
        var compilation = CSharpCompilation.Create("conventions", files.Select(file => file.Tree).Append(GlobalUsings), References);
        foreach (var file in files.Where(file => file.TopLevelTypes.Any()))
        {
            var model = compilation.GetSemanticModel(file.Tree);
            var from = NamespaceOf(project, file);
            foreach (var name in file.Unit.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                if (type is not null && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) &&
                    type.ContainingNamespace.ToDisplayString() is var to && to != from)
                {
                    yield return (from, to);
                }
            }
        }
    }

    private static SyntaxTree GlobalUsings => CSharpSyntaxTree.ParseText("""
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """, Repository.Syntax);

    private static IEnumerable<MetadataReference> References =>
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));

    private static bool Reaches(string from, string goal, ILookup<string, string> uses, HashSet<string> seen) =>
        uses[from].Any(next => next == goal || (seen.Add(next) && Reaches(next, goal, uses, seen)));

    private static string NamespaceOf(string project, SourceFile file)
    {
        var folders = file.Path[(project.Length + 1)..].Split('/')[..^1];
        return string.Join('.', folders.Prepend(project["src/".Length..]));
    }
}

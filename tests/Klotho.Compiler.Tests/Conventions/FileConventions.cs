using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Compiler.Tests.Conventions;

/// <summary>What docs/contributing.md says of files, types and methods.</summary>
public sealed class FileConventions
{
    private static readonly string[] VagueNames = ["Helper", "Util", "Manager", "Common"];

    [Fact]
    public void A_file_holds_one_type_and_is_named_after_it() =>
        Assert.Empty(Repository.Sources
            .Where(file => file.Name != "Program" && !file.Path.Contains("/Fixtures/", StringComparison.Ordinal))
            .Where(file => file.TopLevelTypes.Any() &&
                (file.TopLevelTypes.Select(SourceFile.NameOf).Distinct().Count() > 1 || !NamedAfter(file)))
            .Select(file => $"{file.Path}: {string.Join(", ", file.TopLevelTypes.Select(SourceFile.NameOf))}"));

    [Fact]
    public void No_file_is_over_400_lines() =>
        Assert.Empty(Repository.Sources.Where(file => file.Lines > 400).Select(file => $"{file.Path}: {file.Lines}"));

    [Fact]
    public void Nine_files_in_ten_have_at_most_170_lines()
    {
        var lengths = Repository.Sources.Select(file => file.Lines).Order().ToList();

        Assert.InRange(lengths[(int)Math.Ceiling(lengths.Count * 0.9) - 1], 1, 170);
    }

    [Fact]
    public void No_method_is_over_50_lines() =>
        Assert.Empty(Repository.SourcesBelow("src").SelectMany(file => file.Unit.DescendantNodes()
            .OfType<BaseMethodDeclarationSyntax>()
            .Where(method => LinesOf(method) > 50)
            .Select(method => $"{file.At(method)}: {LinesOf(method)} lines")));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Empty(Repository.Sources.SelectMany(file => file.TopLevelTypes.Select(SourceFile.NameOf)
            // AWS Secrets Manager is called so.
            .Where(name => VagueNames.Any(vague => name.Replace("SecretsManager", "", StringComparison.Ordinal).Contains(vague, StringComparison.Ordinal)))
            .Select(name => $"{file.Path}: {name}")));

    /// <summary>The compiler's analyzers hold every other rule of style; this one only <c>dotnet format style</c> would, which takes minutes.</summary>
    [Fact]
    public void Using_directives_are_sorted_with_System_first() =>
        Assert.Empty(Repository.Sources
            .Where(file => !file.Unit.Usings.Select(Rank).SequenceEqual(file.Unit.Usings.Select(Rank).OrderBy(rank => rank.Group).ThenBy(rank => rank.Name, StringComparer.OrdinalIgnoreCase)))
            .Select(file => file.Path));

    [Fact]
    public void Nothing_is_declared_not_null_by_assertion() =>
        Assert.Empty(Repository.SourcesBelow("src").SelectMany(file => file.Unit.DescendantNodes()
            .OfType<PostfixUnaryExpressionSyntax>()
            .Where(expression => expression.OperatorToken.Text == "!")
            .Select(expression => file.At(expression))));

    /// <summary>
    /// .NET 10 generates log methods in an order that differs from build to build (github.com/dotnet/runtime/issues/119587, mended in .NET 11), so
    /// that the same sources would not give the same assembly.
    /// </summary>
    [Fact]
    public void No_log_method_is_generated() =>
        Assert.Empty(Repository.SourcesBelow("src").SelectMany(file => file.Unit.DescendantNodes()
            .OfType<AttributeSyntax>()
            .Where(attribute => attribute.Name.ToString() == "LoggerMessage")
            .Select(file.At)));

    /// <summary>Each exception to the rule, with the reason standing beside the catch.</summary>
    [Fact]
    public void Exceptions_are_caught_by_their_type_but_at_the_top()
    {
        string[] tops = TopsOfProcessesAndLoops;
        var found = Repository.SourcesBelow("src").SelectMany(file => file.Unit.DescendantNodes()
            .OfType<CatchClauseSyntax>()
            .Where(clause => clause.Declaration is null || clause.Declaration.Type.ToString() is "Exception" or "System.Exception")
            .Where(clause => clause.Filter is null)
            .Select(_ => file.Path)).Distinct();

        Assert.Empty(found.Except(tops));
    }

    private static string[] TopsOfProcessesAndLoops => ["src/Klotho.Cli/Program.cs"];

    /// <summary>Namespaces, of which those of the platform come first, then what is static, then other names for types.</summary>
    private static (int Group, string Name) Rank(UsingDirectiveSyntax directive)
    {
        var name = $"{directive.NamespaceOrType}";
        return (directive.Alias is not null ? 3 : directive.StaticKeyword.Text.Length > 0 ? 2 : name.Split('.')[0] == "System" ? 0 : 1, directive.Alias is { } alias ? $"{alias.Name}" : name);
    }

    private static int LinesOf(BaseMethodDeclarationSyntax method)
    {
        var span = method.SyntaxTree.GetLineSpan(method.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static bool NamedAfter(SourceFile file) =>
        file.TopLevelTypes.All(type => file.Name == SourceFile.NameOf(type) || file.Name.StartsWith(SourceFile.NameOf(type) + ".", StringComparison.Ordinal));
}

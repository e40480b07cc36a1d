using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Cli.Init;

/// <summary>What the file of the entry point gets: the two lines, the gateway, and the folder of static files.</summary>
internal static class ProgramLines
{
    private const string Application = "Microsoft.AspNetCore.Builder.WebApplication";
    private const string Builder = "Microsoft.AspNetCore.Builder.WebApplicationBuilder";
    private static readonly string[] StaticFileCalls = ["UseStaticFiles", "UseFileServer", "MapStaticAssets"];

    /// <summary>The insertions, or why there is no place for them.</summary>
    /// <param name="app">The application.</param>
    /// <param name="name">Its name.</param>
    /// <param name="ids">The ids that are free.</param>
    /// <param name="webRoot">The folder that ASP.NET Core serves files from, absolute.</param>
    /// <param name="cancel">Ends the search.</param>
    public static (IReadOnlyList<TextInsertion> Lines, KlothoDiagnostic? Problem) Of(Compilation app, AppName name, IdPool ids, string webRoot, CancellationToken cancel)
    {
        if (app.GetEntryPoint(cancel)?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is not { } tree)
        {
            return ([], null);
        }

        var model = app.GetSemanticModel(tree);
        var calls = tree.GetRoot(cancel).DescendantNodes().OfType<InvocationExpressionSyntax>().ToList();
        var names = calls.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        var builder = Variable(calls, call => MethodOf(call, model) is { Name: var made } method && made.StartsWith("Create", StringComparison.Ordinal) && made.EndsWith("Builder", StringComparison.Ordinal) && method.ContainingType.ToDisplayString() == Application);
        var built = Variable(calls, call => MethodOf(call, model) is { Name: "Build" } method && method.ContainingType.ToDisplayString() == Builder);
        if (builder.Statement is null || built.Statement is null)
        {
            return names.Contains("AddKlotho") && names.Contains("MapKlotho") ? ([], null) : ([], LoadRules.NoPlaceForLines.At(FileLocation.Of(tree.FilePath), Path.GetFileName(tree.FilePath)));
        }

        var lines = new List<TextInsertion>(SourceLines.Using(tree, app));
        if (!names.Contains("AddKlotho"))
        {
            lines.Add(SourceLines.After(builder.Statement, $"{builder.Name}.AddKlotho();", "the two lines, AddKlotho and MapKlotho"));
        }

        if (!names.Contains("MapKlotho"))
        {
            lines.Add(SourceLines.After(built.Statement, $"{built.Name}.MapKlotho();", "the two lines, AddKlotho and MapKlotho"));
        }

        lines.AddRange(SourceLines.OfAssembly(tree, Attributes(app, name, ids, webRoot, names).ToList()));
        return (lines.All(line => line.Why.Length == 0) ? [] : lines, null);
    }

    private static IEnumerable<(string Attribute, string Why)> Attributes(Compilation app, AppName name, IdPool ids, string webRoot, HashSet<string> calls)
    {
        var attributes = app.SyntaxTrees.Select(each => each.GetRoot()).OfType<CompilationUnitSyntax>()
            .SelectMany(unit => unit.AttributeLists).SelectMany(list => list.Attributes).Select(attribute => attribute.Name.ToString()).ToList();
        if (!attributes.Any(attribute => attribute is "Expose" or "Klotho.Expose"))
        {
            yield return ($"[assembly: Expose(\"{ids.Take($"{name}-api", "gateway")}\")]", "[Expose]: the gateway that leads to the routes");
        }

        if (Directory.Exists(webRoot) && calls.Overlaps(StaticFileCalls) && !attributes.Any(attribute => attribute is "StaticUnit" or "Klotho.StaticUnit"))
        {
            var index = File.Exists(Path.Combine(webRoot, "index.html")) ? ", IndexDocument = \"index.html\"" : "";
            yield return ($"[assembly: StaticUnit(\"{ids.Take("web", "files")}\", \"{Path.GetFileName(webRoot)}\"{index})]", "[StaticUnit]: the static files");
        }
    }

    private static (string Name, StatementSyntax? Statement) Variable(IEnumerable<InvocationExpressionSyntax> calls, Func<InvocationExpressionSyntax, bool> wanted) => calls
        .Where(wanted)
        .Select(call => call.Parent?.Parent is VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } variable ? (variable.Identifier.Text, (StatementSyntax?)statement) : ("", null))
        .FirstOrDefault(("", null));

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.Text : "";

    private static IMethodSymbol? MethodOf(InvocationExpressionSyntax call, SemanticModel model) => model.GetSymbolInfo(call).Symbol as IMethodSymbol;
}

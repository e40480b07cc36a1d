using Klotho.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>An application of a test, compiled by the real compiler against the real runtime.</summary>
internal static class App
{
    public const string Root = "/app";

    private static readonly string ImplicitUsings = string.Concat(new[]
    {
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading",
        "System.Threading.Tasks", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging", "Klotho",
    }.Select(name => $"global using {name};\n"));

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    /// <summary>An application of one file, <c>Program.cs</c>.</summary>
    public static Compilation Compile(string program) => Compile([("Program.cs", program)]);

    /// <summary>An application of files with top-level statements or none. A test's source that does not compile fails the test.</summary>
    public static Compilation Compile(IEnumerable<(string Path, string Text)> files, params Compilation[] projects) =>
        Compile(files, [], projects);

    /// <summary>As the other, but for errors (<c>CS8795</c>) that are there because no source generator runs.</summary>
    public static Compilation Compile(IEnumerable<(string Path, string Text)> files, string[] ungenerated, params Compilation[] projects)
    {
        var sources = files.ToList();
        var compilation = Create("App", sources, sources.Any(file => HasEntryPoint(file.Text)), projects);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !ungenerated.Contains(diagnostic.Id)));
        return compilation;
    }

    /// <summary>An application that may have errors.</summary>
    public static CSharpCompilation Unchecked(IEnumerable<(string Path, string Text)> files, params Compilation[] projects) => Create("App", files, isExecutable: true, projects);

    /// <summary>A library that an application references as source.</summary>
    public static Compilation Library(string name, string text) => Library(name, [($"{name}/{name}.cs", text)]);

    public static Compilation Library(string name, IEnumerable<(string Path, string Text)> files) => Create(name, files, isExecutable: false, []);

    public static AnalysisResult Analyze(string program) => Analyze(Compile(program));

    public static AnalysisResult Analyze(Compilation compilation) =>
        CapabilityAnalysis.Run(new(compilation, new("app"), new(Root)), CancellationToken.None);

    private static CSharpCompilation Create(
        string name, IEnumerable<(string Path, string Text)> files, bool isExecutable, IEnumerable<Compilation> projects) =>
        CSharpCompilation.Create(
            name,
            files
                .Select(file => CSharpSyntaxTree.ParseText(file.Text, Parsing, $"{Root}/{file.Path}"))
                .Prepend(CSharpSyntaxTree.ParseText(ImplicitUsings, Parsing, $"{Root}/obj/{name}.Usings.cs")),
            [.. ReferenceAssemblies.AspNetCore, .. ReferenceAssemblies.Grpc, .. ReferenceAssemblies.Aws, .. ReferenceAssemblies.EntityFramework, ReferenceAssemblies.RuntimeOnAws, .. projects.Select(project => project.ToMetadataReference())],
            new(
                isExecutable ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: true));

    private static bool HasEntryPoint(string text) =>
        CSharpSyntaxTree.ParseText(text, Parsing).GetRoot().ChildNodes().Any(node => node.IsKind(SyntaxKind.GlobalStatement))
        || text.Contains("static void Main(", StringComparison.Ordinal);
}

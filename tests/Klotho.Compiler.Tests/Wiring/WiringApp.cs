using System.Collections.Immutable;
using Klotho.Analysis.Wiring;
using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Wiring;

/// <summary>An application as the compiler sees it: the user's files, the real runtime, and settings that forgive nothing.</summary>
internal static class WiringApp
{
    private const string WebUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ReferenceAssemblies.AspNetCore,
        .. Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.EntityFrameworkCore*.dll").Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Compile(string name, OutputKind kind, IEnumerable<(string Path, string Text)> files, params MetadataReference[] references) =>
        CSharpCompilation.Create(
            name,
            files.Prepend((Path: "obj/GlobalUsings.g.cs", Text: WebUsings)).Select(file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.Path)),
            Platform.AddRange(references),
            new CSharpCompilationOptions(
                kind,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Warn)],
                warningLevel: 9999));

    public static CSharpCompilation Library(string name, string text, params MetadataReference[] references) =>
        Compile(name, OutputKind.DynamicallyLinkedLibrary, [($"{name}.cs", text)], references);

    public static GeneratorDriver Driver(bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new WiringGenerator().AsSourceGenerator()],
        parseOptions: Parsing,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>The application with what the generator adds, and that text (null where it adds nothing).</summary>
    public static (CSharpCompilation Compilation, string? Wiring) Generate(CSharpCompilation app)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(app, out var compilation, out var diagnostics);
        Assert.Empty(diagnostics);
        var run = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(run.Exception);
        return ((CSharpCompilation)compilation, run.GeneratedSources.Select(source => source.SourceText.ToString()).SingleOrDefault());
    }

    /// <summary>
    /// The compiled assembly; fails the test where the compiler has so much as a warning. Only the generated file must
    /// also document what is public.
    /// </summary>
    public static byte[] Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics
            .Where(found => found.Severity >= DiagnosticSeverity.Warning)
            .Where(found => found.Id != "CS1591" || found.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) != false)
            .Select(found => found.ToString()));
        return image.ToArray();
    }

    /// <summary>The application compiled with its wiring, as another project references it.</summary>
    public static MetadataReference Reference(CSharpCompilation app) => MetadataReference.CreateFromImage(Emit(Generate(app).Compilation));
}

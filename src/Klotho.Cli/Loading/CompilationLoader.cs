using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Cli.Loading;

/// <summary>Builds the compilation of the application's project, and before it those of the projects that it references.</summary>
internal sealed class CompilationLoader(ProjectGraph graph, CancellationToken cancel)
{
    private readonly Dictionary<string, PortableExecutableReference> metadata = new(StringComparer.Ordinal);
    private readonly Dictionary<ProjectFacts, CSharpCompilation> compilations = [];
    private readonly List<KlothoDiagnostic> problems = [];

    /// <summary>The compilation, complete with generated code, or what is wrong with the C#.</summary>
    public async Task<(CSharpCompilation? App, IReadOnlyList<KlothoDiagnostic> Problems)> LoadAsync()
    {
        var app = await CompileAsync(graph.App);
        return problems.Count > 0 ? (null, problems) : (app, []);
    }

    private async Task<CSharpCompilation> CompileAsync(ProjectFacts project)
    {
        if (compilations.TryGetValue(project, out var known))
        {
            return known;
        }

        var arguments = CSharpCommandLineParser.Default.Parse(project.Arguments, project.Directory, sdkDirectory: null);
        var references = new List<MetadataReference>();
        foreach (var reference in arguments.MetadataReferences)
        {
            references.Add(await ResolveAsync(project, reference));
        }

        var compilation = Bind(project, arguments, references);
        if (problems.Count == 0)
        {
            compilation = await CompleteAsync(project, arguments, compilation);
        }

        compilations[project] = compilation;
        return compilation;
    }

    private CSharpCompilation Bind(ProjectFacts project, CSharpCommandLineArguments arguments, IReadOnlyList<MetadataReference> references)
    {
        var (trees, missing) = SourceTrees.Parse(SourceTrees.Files(arguments), arguments, cancel);
        problems.AddRange(missing.Select(file => CSharpError.Missing(file, project.Project)));
        return CSharpCompilation.Create(
            arguments.CompilationName ?? project.AssemblyName,
            trees,
            references.OfType<PortableExecutableReference>().Where(reference => !File.Exists(reference.FilePath)).Any()
                ? references.Where(reference => reference is not PortableExecutableReference portable || File.Exists(portable.FilePath))
                : references,
            arguments.CompilationOptions
                .WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
                .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default)
                .WithStrongNameProvider(new DesktopStrongNameProvider(arguments.KeyFileSearchPaths)));
    }

    /// <summary>Adds what the project's source generators write, where the code does not stand without it.</summary>
    private async Task<CSharpCompilation> CompleteAsync(ProjectFacts project, CSharpCommandLineArguments arguments, CSharpCompilation compilation)
    {
        var errors = CSharpError.In(compilation, cancel);
        var unparsed = errors.Any(error => error.IsSyntax);
        if (unparsed || (errors.Count == 0 && !PartialMembers.AnyIncomplete(compilation, cancel)))
        {
            problems.AddRange(errors.Select(error => error.Diagnostic));
            return compilation;
        }

        var run = await GeneratorRun.RunAsync(project, arguments, compilation, cancel);
        foreach (var trees in run.Attempts)
        {
            compilation = compilation.AddSyntaxTrees(trees);
            errors = CSharpError.In(compilation, cancel);
            if (errors.Count == 0)
            {
                break;
            }
        }

        problems.AddRange(errors.Select(error => error.Diagnostic));
        problems.AddRange(errors.Count == 0 ? run.Failures : run.Missing);
        return compilation;
    }

    private async Task<MetadataReference> ResolveAsync(ProjectFacts project, CommandLineReference reference)
    {
        var path = Path.GetFullPath(reference.Reference, project.Directory);
        if (graph.ThatBuilds(path) is { } source && source != project)
        {
            return (await CompileAsync(source)).ToMetadataReference(reference.Properties.Aliases, reference.Properties.EmbedInteropTypes);
        }

        if (!metadata.TryGetValue(path, out var known))
        {
            known = MetadataReference.CreateFromFile(path);
            metadata.Add(path, known);
        }

        return known.WithProperties(reference.Properties);
    }
}

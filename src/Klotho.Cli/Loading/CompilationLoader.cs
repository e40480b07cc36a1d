using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Caching;
using Klotho.Cli.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Cli.Loading;

/// <summary>Builds the compilation of the application's project, and before it those of the projects that it references.</summary>
internal sealed class CompilationLoader(ProjectGraph graph, BoundCache bound, LoadMemory memory, CompilerProcess compiler, CSharpChecking checking, CancellationToken cancel)
{
    private readonly Dictionary<ProjectFacts, CSharpCompilation> compilations = [];
    private readonly Dictionary<string, CacheKey> keys = new(StringComparer.Ordinal);
    private readonly List<KlothoDiagnostic> problems = [];
    private readonly SortedDictionary<string, KlothoDiagnostic> skipped = new(StringComparer.Ordinal);
    private readonly List<CacheKey> unread = [];

    /// <summary>Of the projects whose bodies stand only if whoever reads them says so.</summary>
    public IReadOnlyList<CacheKey> Unread => unread;

    /// <summary>The compilation, complete with generated code, and what was left out of it; or what is wrong with the C#.</summary>
    public async Task<(CSharpCompilation? App, IReadOnlyList<KlothoDiagnostic> Problems)> LoadAsync()
    {
        var app = await CompileAsync(graph.App);
        return problems.Count > 0 ? (null, problems) : (app, [.. skipped.Values]);
    }

    private async Task<CSharpCompilation> CompileAsync(ProjectFacts project)
    {
        if (compilations.TryGetValue(project, out var known))
        {
            return known;
        }

        var arguments = CSharpCommandLineParser.Default.Parse(project.Arguments, project.Directory, sdkDirectory: null);
        var unbuilt = problems.Count;
        var references = new List<MetadataReference>();
        foreach (var reference in arguments.MetadataReferences)
        {
            if (await ResolveAsync(project, reference) is { } found)
            {
                references.Add(found);
            }
        }

        if (problems.Count > unbuilt)
        {
            // Without its references the code would be full of errors that are none.
            return compilations[project] = Bind(project, arguments, [], references);
        }

        var (trees, missing) = SourceTrees.Parse(SourceTrees.Files(arguments), arguments, memory, cancel);
        problems.AddRange(missing.Select(file => CSharpError.Missing(file, project.Project)));
        var compilation = Bind(project, arguments, trees, references);
        if (problems.Count == 0)
        {
            var key = BoundKey.Of(project, arguments, trees, references, keys);
            keys[project.AssemblyName] = key;
            compilation = await CompleteAsync(project, arguments, compilation, key);
        }

        compilations[project] = compilation;
        return compilation;
    }

    private static CSharpCompilation Bind(
        ProjectFacts project, CSharpCommandLineArguments arguments, IReadOnlyList<SyntaxTree> trees, IReadOnlyList<MetadataReference> references) =>
        CSharpCompilation.Create(
            arguments.CompilationName ?? project.AssemblyName,
            trees,
            references.OfType<PortableExecutableReference>().Where(reference => !File.Exists(reference.FilePath)).Any()
                ? references.Where(reference => reference is not PortableExecutableReference portable || File.Exists(portable.FilePath))
                : references,
            arguments.CompilationOptions
                .WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
                .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default)
                .WithStrongNameProvider(new DesktopStrongNameProvider(arguments.KeyFileSearchPaths)));

    /// <summary>Adds what the project's source generators write, where the code does not stand without it.</summary>
    private async Task<CSharpCompilation> CompleteAsync(ProjectFacts project, CSharpCommandLineArguments arguments, CSharpCompilation compilation, CacheKey key)
    {
        if (bound.Find(key) is { } known && (known.Checked == CSharpChecking.Everything || checking == CSharpChecking.WhatIsRead))
        {
            return compilation.AddSyntaxTrees(known.Generated.Select(file => SourceTrees.Parse(file, arguments)));
        }

        var asksGenerators = PartialMembers.AnyIncomplete(compilation, cancel) || RazorFiles.Any(arguments) || OtherGenerators.Any(project, arguments);
        if (checking == CSharpChecking.WhatIsRead && !asksGenerators && CSharpError.OfDeclarations(compilation, cancel).Count == 0)
        {
            unread.Add(key);
            return compilation;
        }

        var generated = new List<SyntaxTree>();
        var errors = CSharpError.In(compilation, cancel);
        if (errors.Any(error => error.IsSyntax) || (errors.Count == 0 && !asksGenerators))
        {
            problems.AddRange(errors.Select(error => error.Diagnostic));
        }
        else
        {
            var run = await GeneratorRun.RunAsync(project, arguments, compilation, memory, compiler, cancel);
            foreach (var trees in run.Attempts)
            {
                generated.AddRange(trees);
                compilation = compilation.AddSyntaxTrees(trees);
                errors = CSharpError.In(compilation, cancel);
                if (errors.Count == 0)
                {
                    break;
                }
            }

            problems.AddRange(errors.Select(error => error.Diagnostic));
            problems.AddRange(errors.Count == 0 ? run.Failures : run.Missing);
        }

        if (problems.Count == 0)
        {
            bound.Keep(key, new([.. generated.Select(tree => new GeneratedFile(tree.FilePath, tree.GetText(cancel).ToString()))], CSharpChecking.Everything));
        }

        return compilation;
    }

    private async Task<MetadataReference?> ResolveAsync(ProjectFacts project, CommandLineReference reference)
    {
        var path = Path.GetFullPath(reference.Reference, project.Directory);
        if (graph.ThatBuilds(path) is { } source && source != project)
        {
            return (await CompileAsync(source)).ToMetadataReference(reference.Properties.Aliases, reference.Properties.EmbedInteropTypes);
        }

        if (graph.InOtherLanguage(path) is { } other)
        {
            var file = Path.GetFileName(other.Project);
            if (!File.Exists(path))
            {
                problems.Add(LoadRules.OtherLanguageNotBuilt.At(FileLocation.Of(project.Project), project.AssemblyName, file, other.Language));
                return null;
            }

            skipped[other.Project] = LoadRules.OtherLanguageSkipped.At(FileLocation.Of(other.Project), file, other.Language);
        }

        return memory.Reference(path).WithProperties(reference.Properties);
    }
}

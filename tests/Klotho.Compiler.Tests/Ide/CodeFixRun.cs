using Klotho.Analysis.Fixes;
using Klotho.Analysis.Ide;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Klotho.Compiler.Tests.Ide;

/// <summary>A project as an IDE has it open: what is underlined in its last file, and what is offered at the bulb.</summary>
internal sealed class CodeFixRun
{
    private CodeFixRun(Project project) => Project = project;

    private Project Project { get; }

    private Document Last => Project.Documents.Last();

    public static CodeFixRun Of(CSharpCompilation app)
    {
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", app.AssemblyName ?? "App", LanguageNames.CSharp,
            compilationOptions: app.Options, parseOptions: app.SyntaxTrees[0].Options, metadataReferences: app.References));
        foreach (var tree in app.SyntaxTrees)
        {
            project = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        }

        return new(project);
    }

    /// <summary>The text of the last file.</summary>
    public async Task<string> TextAsync() => $"{await Last.GetTextAsync()}";

    public async Task<CSharpCompilation> CompilationAsync() => Assert.IsType<CSharpCompilation>(await Project.GetCompilationAsync());

    /// <summary>What Klotho shows in the last file.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync()
    {
        var app = await CompilationAsync();
        return [.. (await app.WithAnalyzers([new KlothoAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None))
            .Where(found => found.Location.SourceTree?.FilePath == Last.FilePath)
            .OrderBy(found => found.Location.SourceSpan)];
    }

    /// <summary>What is offered where a rule is broken, each with the project after it.</summary>
    public async Task<IReadOnlyList<(string Title, CodeFixRun After)>> OfferedAsync(string rule)
    {
        var offered = new List<(string, CodeFixRun)>();
        foreach (var diagnostic in (await DiagnosticsAsync()).Where(found => found.Id == rule))
        {
            var actions = new List<CodeAction>();
            await new KlothoCodeFixProvider().RegisterCodeFixesAsync(new(Last, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
            foreach (var action in actions)
            {
                var change = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(CancellationToken.None)));
                offered.Add((action.Title, new(Assert.IsType<Project>(change.ChangedSolution.GetProject(Project.Id)))));
            }
        }

        return offered;
    }

    /// <summary>Fails unless the code has no error of the compiler and the rule is broken nowhere.</summary>
    public async Task IsMendedAsync(string rule)
    {
        Assert.Empty((await CompilationAsync()).GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        Assert.DoesNotContain(await DiagnosticsAsync(), found => found.Id == rule);
    }
}

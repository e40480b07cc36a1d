using System.Reflection;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Editing;
using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Init;

/// <summary>Load, propose, show the proposals as a diff, and write them where somebody says so. What exists is added to, never replaced.</summary>
internal static class InitAction
{
    public static async Task<int> RunAsync(AppSelection selection, bool accepted, Terminal terminal, CancellationToken cancel)
    {
        var loaded = await new ProjectLoader(terminal).LoadAsync(selection.Path, cancel);
        var diagnostics = loaded.Diagnostics.Items.ToList();
        IReadOnlyList<InitProposal> proposals = [];
        if (loaded.Project is { } project)
        {
            var (made, problems) = Propose(project, cancel);
            diagnostics.AddRange(problems);
            proposals = DiagnosticOrder.HasErrors(diagnostics) ? [] : made;
        }

        var root = loaded.Project?.Root ?? SourceRoot.None;
        terminal.Report(diagnostics, root);
        if (terminal.Summarises)
        {
            Console.Out.Write(InitPrinter.Text(proposals, Terminal.Paths(root)));
        }

        var written = proposals.Count > 0 && (accepted || Agrees(terminal)) && Write(proposals);
        Conclude(terminal, proposals, written, diagnostics, root);
        return FrontEnd.ExitCodeOf(diagnostics);
    }

    private static (IReadOnlyList<InitProposal> Proposals, IReadOnlyList<KlothoDiagnostic> Problems) Propose(LoadedProject project, CancellationToken cancel)
    {
        var ids = new IdPool(project.App);
        var (lines, problem) = ProgramLines.Of(project.App, project.Name, ids, Path.Combine(project.ProjectDirectory, "wwwroot"), cancel);
        var insertions = lines.Concat(AnnotationProposals.Of(project.App, ids, cancel)).Distinct().ToList();
        var problems = problem is null ? new List<KlothoDiagnostic>() : [problem];
        var proposals = new List<InitProposal>();
        foreach (var file in insertions.Select(insertion => insertion.File).Distinct().Order(StringComparer.Ordinal))
        {
            var (text, unreadable) = Utf8File.Read(file);
            problems.AddRange(unreadable is null ? Array.Empty<KlothoDiagnostic>() : [unreadable]);
            proposals.AddRange(text is null ? Array.Empty<InitProposal>() : [InitProposal.Of(file, text, insertions)]);
        }

        return ([.. PackageReferences.Of(project, ToolVersion()), .. proposals, .. Configuration(project)], problems);
    }

    /// <summary>A klotho.yaml, where there is none.</summary>
    private static IEnumerable<InitProposal> Configuration(LoadedProject project)
    {
        var file = Path.Combine(project.ProjectDirectory, "klotho.yaml");
        return File.Exists(file) ? [] : [new(file, null, CommentedConfiguration.Text(project.Name), ["the settings, as comments but for the name"])];
    }

    private static bool Agrees(Terminal terminal)
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected || !terminal.Summarises)
        {
            return false;
        }

        Console.Out.Write("Write this? [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    private static bool Write(IEnumerable<InitProposal> proposals)
    {
        foreach (var proposal in proposals)
        {
            EditedFile.Write(proposal.File, proposal.Before ?? "", proposal.After);
        }

        return true;
    }

    private static void Conclude(Terminal terminal, IReadOnlyList<InitProposal> proposals, bool written, IReadOnlyList<KlothoDiagnostic> diagnostics, SourceRoot root)
    {
        if (terminal.Format == OutputFormat.Json)
        {
            Terminal.WriteJson(json =>
            {
                DiagnosticsJson.Write(json, diagnostics, Terminal.Paths(root));
                InitPrinter.Json(json, proposals, written, Terminal.Paths(root));
            });
        }
        else if (terminal.Summarises && !DiagnosticOrder.HasErrors(diagnostics))
        {
            Console.Out.WriteLine(proposals.Count == 0 ? "Nothing is missing: the application has all that klotho init proposes."
                : written ? $"{proposals.Count} files are written. Next: klotho run, klotho compile."
                : "Nothing is written; klotho init --yes writes it.");
        }
    }

    private static string ToolVersion() =>
        typeof(InitAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}

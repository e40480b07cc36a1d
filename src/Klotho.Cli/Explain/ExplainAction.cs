using System.Text.Json;
using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Emit;
using Klotho.Emit.Explanations;
using Klotho.Emit.Output;
using Klotho.Planning.Explanations;
using Klotho.Planning.Locking;
using Klotho.Planning.Plans;

namespace Klotho.Cli.Explain;

/// <summary>Plan, find what is asked about, let the planner and the emitter explain it, print.</summary>
internal static class ExplainAction
{
    public static async Task<int> RunAsync(string name, AppSelection selection, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.PlanAsync(selection, terminal, cancel);
        terminal.Report(app.Diagnostics, app.Root);
        var (document, mistake) = Explain(name, app);
        if (mistake is not null)
        {
            Terminal.Mistake(mistake);
        }

        Print(document, app, terminal);
        return FrontEnd.ExitCodeOf(app.Diagnostics) is not ExitCode.Done and var code ? code
            : document is null ? ExitCode.InputHasErrors
            : ExitCode.Done;
    }

    /// <summary>The explanation of what a name is about, or why there is none where there is a plan.</summary>
    public static (ExplanationDocument? Document, string? Mistake) Explain(string name, PlannedApp app)
    {
        if (app.Plan?.Plan is not { } plan)
        {
            return (null, null);
        }

        var parts = Parts(app, plan);
        var found = new SubjectSearch(plan, parts.Permissions, parts.Resources).Find(name);
        return found.Subject is { } subject && Explain(subject, app, plan, parts) is { } document ? (document, null) : (null, found.Mistake);
    }

    public static void Write(Utf8JsonWriter json, ExplanationDocument? document, PlannedApp app)
    {
        var paths = Terminal.Paths(app.Root);
        DiagnosticsJson.Write(json, app.Diagnostics, paths);
        if (document is not null)
        {
            ExplanationJson.Write(json, document, paths);
        }
    }

    /// <summary>What the plan becomes. A plan that cannot be emitted has no permissions and resources, but all the rest can be explained.</summary>
    private static EmittedParts Parts(PlannedApp app, Plan plan)
    {
        if (app is not { Project: { } project, DefaultOutput: { } output, Plan: { } planned })
        {
            return new(default, default, default);
        }

        var layout = new AppLayout(
            project.Root.Relative(project.ProjectFile), project.AssemblyName, project.TargetFramework, Path.GetRelativePath(output, project.Root.Folder).Replace('\\', '/'));
        return EmissionExplainer.Parts(new(plan, app.Succession?.Lock ?? PlanLock.Empty, planned.Configuration, layout, CapabilityCatalogue.All));
    }

    private static ExplanationDocument? Explain(Subject subject, PlannedApp app, Plan plan, EmittedParts parts) => subject switch
    {
        Subject.Whole => Explainer.Plan(plan),
        Subject.OfNode node => Node(node.Id, app, plan),
        Subject.OfEdge edge => Explainer.Edge(plan, edge.From, edge.To),
        Subject.OfPermission permission => EmissionExplainer.Permission(plan, permission.Permissions),
        Subject.OfResource { Resource: var resource } => EmissionExplainer.Resource(plan, resource, parts, plan.For(resource.Owner) is null ? null : Node(resource.Owner, app, plan)),
        _ => null,
    };

    private static ExplanationDocument? Node(NodeId node, PlannedApp app, Plan plan) =>
        app.Input is { } input ? Explainer.Node(input, plan, node) : null;

    private static void Print(ExplanationDocument? document, PlannedApp app, Terminal terminal)
    {
        switch (terminal.Format)
        {
            case OutputFormat.Json:
                Terminal.WriteJson(json => Write(json, document, app));
                break;
            case OutputFormat.Markdown when document is not null:
                Console.Out.Write(ExplanationMarkdown.Of(document));
                break;
            case OutputFormat.Text when document is not null:
                Console.Out.Write(ExplanationText.Of(document));
                break;
            default:
                break;
        }
    }
}

using System.Text.Json;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Emit;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Documents;

namespace Klotho.Cli.Plans;

/// <summary>Plan and print; the documents are those that a compile writes.</summary>
internal static class PlanAction
{
    public static async Task<int> RunAsync(AppSelection selection, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.PlanAsync(selection, terminal, cancel);
        var plan = app.Plan?.Plan;
        var facts = plan is null ? null : new NodeFacts(plan, CapabilityCatalogue.All.Capabilities);
        terminal.Report(app.Diagnostics, app.Root);
        switch (terminal.Format)
        {
            case OutputFormat.Json:
                Terminal.WriteJson(json => Write(json, app));
                break;
            case OutputFormat.Markdown when plan is not null && facts is not null:
                Console.Out.Write(PlanReport.Print(plan, facts).Text);
                break;
            case OutputFormat.Text when plan is not null && facts is not null:
                PlanTables.Print(plan, facts, Terminal.Tables());
                break;
            default:
                break;
        }

        return FrontEnd.ExitCodeOf(app.Diagnostics);
    }

    /// <summary>Diagnostics, and the plan where there is one.</summary>
    public static void Write(Utf8JsonWriter json, PlannedApp app)
    {
        DiagnosticsJson.Write(json, app.Diagnostics, Terminal.Paths(app.Root));
        if (app.Plan?.Plan is { } plan)
        {
            json.WriteStartObject("plan");
            PlanDocument.Write(json, plan, new NodeFacts(plan, CapabilityCatalogue.All.Capabilities), new(default, default));
            json.WriteEndObject();
        }
    }
}

using System.Text.Json;
using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Emit;
using Klotho.Emit.Documents;
using Klotho.Emit.Topology;

namespace Klotho.Cli.Graphs;

/// <summary>Load, analyze, print the graph. A graph with errors in it would show what is not there, so none is printed then.</summary>
internal static class GraphAction
{
    public static async Task<int> RunAsync(AppSelection selection, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.AnalyzeAsync(selection, terminal, cancel);
        terminal.Report(app.Diagnostics, app.Root);
        var graph = DiagnosticOrder.HasErrors(app.Diagnostics) ? null : app.Analysis?.Graph;
        if (terminal.Format == OutputFormat.Json)
        {
            Terminal.WriteJson(json => Write(json, app));
        }
        else if (graph is not null)
        {
            Console.Out.Write(Print(graph, terminal.Format, Terminal.Paths(app.Root)));
        }

        return FrontEnd.ExitCodeOf(app.Diagnostics);
    }

    private static string Print(CapabilityGraph graph, OutputFormat format, DisplayPaths paths) => format switch
    {
        OutputFormat.Mermaid => CapabilityDrawing.Mermaid(graph, CapabilityCatalogue.All.Capabilities),
        OutputFormat.Dot => CapabilityDrawing.Dot(graph, CapabilityCatalogue.All.Capabilities),
        OutputFormat.Svg => CapabilityDrawing.Svg(graph, CapabilityCatalogue.All.Capabilities),
        _ => GraphText.Of(graph, paths),
    };

    /// <summary>Diagnostics, and the graph where none of them is an error.</summary>
    public static void Write(Utf8JsonWriter json, PlannedApp app)
    {
        DiagnosticsJson.Write(json, app.Diagnostics, Terminal.Paths(app.Root));
        if (app.Analysis is { } analysis && !DiagnosticOrder.HasErrors(app.Diagnostics))
        {
            json.WriteStartObject("graph");
            GraphDocument.Members(json, analysis.Graph);
            json.WriteEndObject();
        }
    }
}

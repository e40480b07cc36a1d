using System.Text.Json;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Graph;
using Klotho.Cli.Reporting;
using Klotho.Emit;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Cli.Compile;

/// <summary>What a compile decided and wrote, as people and programs are told.</summary>
internal sealed record CompileSummary(
    string App,
    IReadOnlyList<HostedNode> Units,
    IReadOnlyList<HostedNode> Resources,
    CostEstimate Cost,
    int Permissions,
    int ProviderResources,
    string Folder,
    string ProgramFolder,
    int Files)
{
    private const string PulumiProject = "Pulumi.yaml";

    public static CompileSummary Of(Plan plan, EmitResult emitted, string folder)
    {
        var hosted = plan.Decisions.Items.Select(decision => HostedNode.Of(decision, plan.Graph)).ToLookup(node => node.Id.Kind == ExecUnitNode.Kind);
        return new(
            plan.Graph.App.Value,
            hosted[true].ToList(),
            hosted[false].ToList(),
            plan.Cost,
            // One permission is one operation of one unit on one resource.
            plan.Graph.Edges.Items.Where(edge => edge.Kind is EdgeKind.Uses or EdgeKind.Publishes or EdgeKind.Calls)
                .Sum(edge => edge.Operations.Items.Select(operation => operation.Name).Distinct().Count()),
            emitted.Resources?.Resources.Count ?? 0,
            folder,
            Path.GetDirectoryName(Path.Combine(folder, emitted.Output?.Files.Items.Select(file => file.Path.Value).FirstOrDefault(IsProgram) ?? PulumiProject)) ?? folder,
            emitted.Output?.Files.Count ?? 0);
    }

    private static bool IsProgram(string path) => Path.GetFileName(path) == PulumiProject;

    public void Write(Utf8JsonWriter json, DisplayPaths paths)
    {
        json.WriteStartObject("summary");
        json.WriteString("app", App);
        WriteNodes(json, "units", Units);
        WriteNodes(json, "resources", Resources);
        json.WriteNumber("monthlyUsd", Cost.Expected.Usd);
        json.WriteNumber("monthlyUsdLow", Cost.Low.Usd);
        json.WriteNumber("monthlyUsdHigh", Cost.High.Usd);
        json.WriteNumber("permissions", Permissions);
        json.WriteNumber("providerResources", ProviderResources);
        json.WriteString("output", paths.Shown(Folder));
        json.WriteNumber("files", Files);
        json.WriteEndObject();
    }

    private static void WriteNodes(Utf8JsonWriter json, string name, IReadOnlyList<HostedNode> nodes)
    {
        json.WriteStartArray(name);
        foreach (var node in nodes)
        {
            json.WriteStartObject();
            json.WriteString("id", node.Id.ToString());
            json.WriteString("type", node.Type);
            json.WriteString("host", node.Host);
            json.WriteString("reason", node.Reason);
            json.WriteString("origin", node.Origin);
            json.WriteStartArray("work");
            foreach (var work in node.Work)
            {
                json.WriteStringValue(work);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

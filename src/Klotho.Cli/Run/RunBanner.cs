using Klotho.Analysis.Graph;
using Klotho.Cli.Processes;
using Klotho.Emit;

namespace Klotho.Cli.Run;

/// <summary>Prints what was started: addresses, then everything that the application declares, kind by kind.</summary>
internal static class RunBanner
{
    public static void Print(CapabilityGraph graph, IReadOnlyList<ProcessRole> roles, IReadOnlyList<ServiceProcess> processes, string? data)
    {
        Console.Out.WriteLine();
        Console.Out.WriteLine($"{graph.App} runs at {roles[0].Url} (Ctrl-C ends it; {(data is null ? "nothing is kept" : $"state is kept in {data}")})");
        foreach (var (role, process) in roles.Zip(processes))
        {
            Console.Out.WriteLine($"  process {role.Name}: {role.Url}, pid {process.Id}");
        }

        foreach (var kind in graph.Nodes.Items.GroupBy(node => node.Id.Kind))
        {
            Console.Out.WriteLine($"  {Noun(kind.Key)}:");
            foreach (var node in kind)
            {
                Console.Out.WriteLine($"    {node.Id.Name}{Partners(node.Id, graph)}");
            }
        }

        Console.Out.WriteLine();
    }

    private static string Noun(NodeKind kind) =>
        CapabilityCatalogue.All.Planning.For(kind)?.Noun ?? kind.Name.Replace('_', ' ') + "s";

    /// <summary>Where messages, ticks and requests go.</summary>
    private static string Partners(NodeId node, CapabilityGraph graph)
    {
        var targets = graph.From(node)
            .Where(edge => edge.Kind is EdgeKind.Delivers or EdgeKind.Triggers or EdgeKind.HandledBy)
            .Select(edge => edge.To.Name).Distinct().ToList();
        return targets.Count == 0 ? "" : " → " + string.Join(", ", targets);
    }
}

using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;

namespace Klotho.Emit.Kubernetes;

/// <summary>The units that run in the cluster, and the names of the pods that run their code.</summary>
internal static class ClusterUnits
{
    public static IEnumerable<NodeLowering> Of(LoweringContext context) =>
        context.Hosted().Where(hosted => hosted.Lowering.Candidate.Name == "kubernetes").Select(hosted => hosted.Node);

    /// <summary>The unit's pods, and those of cron jobs that run its methods.</summary>
    public static IEnumerable<string> PodNames(LoweringContext context, NodeId unit) =>
        context.Graph.To(unit)
            .Where(edge => edge.Kind == EdgeKind.Triggers && context.TypeOf(edge.From)?.Name == "cron_job")
            .Select(edge => context.NameOf(edge.From).Value)
            .Prepend(context.NameOf(unit).Value);

    /// <summary>Which pods connect to what in the cluster, by edges that begin or end in a unit.</summary>
    public static ILookup<string, string> PodsByApp(LoweringContext context) => Of(context)
        .SelectMany(unit => context.AccessesOf(unit.Id)
            .Select(use => use.Access.InCluster?.App)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .SelectMany(app => PodNames(context, unit.Id).Select(pod => (App: app, Pod: pod))))
        .ToLookup(use => use.App, use => use.Pod, StringComparer.Ordinal);
}

using Klotho.Analysis.Collections;
using Klotho.Emit.Naming;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>Collects what every lowering asks for into one graph, under names that the provider takes.</summary>
public static class ResourceGraphBuilder
{
    public static (ResourceGraph Resources, FittingNames Names) Build(LoweringContext context)
    {
        var hosted = context.Hosted().ToList();
        var network = hosted.Any(item => item.Lowering.InNetwork(item.Node)) ? PrivateNetwork.Resources(ServicesInNetwork(context), context.Monitoring.FlowLogs ? context.LogRetentionDays : null) : [];
        var alarms = !context.Monitoring.Alarms ? [] : hosted.SelectMany(item => item.Lowering.Alarms(item.Node).Select(alarm => alarm.Of(item.Node))).ToList();
        var rings = alarms.Count > 0 || context.Goals.MonthlyCost is not null;
        var shared = hosted.SelectMany(item => item.Lowering.Shared(item.Node)).Distinct();
        var resources = hosted.SelectMany(item => item.Lowering.Resources(item.Node))
            .Concat(network)
            .Concat(shared)
            .Concat(alarms)
            .Concat(rings ? AlarmNotices.Resources(context.Graph.App, context.Goals) : [])
            .ToList();
        var names = FittingNames.For(resources);
        return (new(
            resources.Select(names.In).OrderBy(resource => resource.Name).ToEquatableArray(),
            hosted.SelectMany(item => item.Lowering.Outputs(item.Node))
                .Concat(rings ? [AlarmNotices.Output] : Array.Empty<StackOutput>())
                .Select(names.In)
                .OrderBy(output => output.Name, StringComparer.Ordinal)
                .ToEquatableArray()), names);
    }

    /// <summary>The services that units inside the network call, and their hosts.</summary>
    private static EquatableArray<NetworkService> ServicesInNetwork(LoweringContext context) =>
        context.Hosted()
            .Where(item => item.Lowering.InNetwork(item.Node))
            .SelectMany(item => context.ServicesOf(item.Node.Id).Concat(item.Lowering.HostServices(item.Node)))
            .Distinct()
            .Order()
            .ToEquatableArray();
}

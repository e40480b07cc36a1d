using Klotho.Analysis;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>Collects what every lowering asks for into one graph.</summary>
public static class ResourceGraphBuilder
{
    public static ResourceGraph Build(LoweringContext context)
    {
        var hosted = context.Hosted().ToList();
        var shared = hosted.Any(item => item.Lowering.InNetwork(item.Node)) ? PrivateNetwork.Resources(ServicesInNetwork(context)) : [];
        return new(
            hosted.SelectMany(item => item.Lowering.Resources(item.Node)).Concat(shared).OrderBy(resource => resource.Name).ToEquatableArray(),
            hosted.SelectMany(item => item.Lowering.Outputs(item.Node)).OrderBy(output => output.Name, StringComparer.Ordinal).ToEquatableArray());
    }

    /// <summary>The services that units inside the network call.</summary>
    private static EquatableArray<NetworkService> ServicesInNetwork(LoweringContext context) =>
        context.Graph.Nodes.Items
            .Select(node => context.AccessesOf(node.Id).Select(use => use.Access).ToList())
            .Where(accesses => accesses.Any(access => access.Peer is not null))
            .SelectMany(accesses => accesses.Select(access => access.Service).OfType<NetworkService>())
            .Distinct()
            .Order()
            .ToEquatableArray();
}

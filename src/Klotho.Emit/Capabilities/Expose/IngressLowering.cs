using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>Routes of the cluster's ingress controller or gateway, each by a prefix to the service of the unit that handles it.</summary>
public sealed class IngressLowering : ClusterLowering
{
    private const string OwnEndpoints = "/_klotho";

    public override CandidateType Candidate => new("ingress");

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var groups = RouteGroup.Of(node);
        var routes = groups.Items.Select(group => new ServiceRoute($"/{group.Prefix.Segments}", group.Prefix.Open, node.Context.NameOf(group.Unit).Value)).ToList();
        if (groups.Items.Any(group => group.IsEverything))
        {
            var closed = new ClusterObject(node.Context.Graph.App, node.Name("closed").Value);
            yield return closed.For(node, "closed", "kubernetes:core/v1:Service",
            [
                closed.Metadata(),
                new("spec", InputValue.Map.Of(new InputValue.Entry("ports", InputValue.List.Of(InputValue.Map.Of(new("name", "http"), new("port", ClusterParts.Port)))))),
            ], comment: "Klotho's own endpoints stay closed: no pod stands behind this service.");
            routes.Add(new(OwnEndpoints, true, closed.Name));
        }

        yield return WayIn.Resource(node, node, null, routes);
    }

    public override Endpoint? Endpoint(NodeLowering node) => WayIn.DomainOf(node) is { } domain
        ? new Endpoint.Host(domain, RouteGroup.Of(node).Items.SelectMany(group => group.Prefix.Paths()).Distinct(StringComparer.Ordinal).ToEquatableArray())
        : null;

    public override IEnumerable<StackOutput> Outputs(NodeLowering node) =>
    [
        .. WayIn.DomainOf(node) is { } domain
            ? [new StackOutput($"{node.Name()}-url", string.Create(CultureInfo.InvariantCulture, $"https://{domain}"), "The gateway's address.")]
            : Array.Empty<StackOutput>(),
        .. WayIn.UsesIngress(node) ? ClusterEntry.Outputs(node.Context, node.Name().Value) : [],
    ];
}

using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>
/// A load balancer on the internet that hands requests to the units that handle them: it invokes functions, and sends to the tasks of
/// services, in the private subnets. What no rule matches it answers itself.
/// </summary>
public sealed class AlbLowering : Lowering
{
    public override CandidateType Candidate => new("alb");

    public override bool InNetwork(NodeLowering node) => true;

    public override IEnumerable<Resource> Shared(NodeLowering node) => PublicSubnets.Resources();

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var name = OwnDomain.Of(node);
        var groups = RouteGroup.Of(node);
        return
        [
            .. AlbLogs.Resources(node),
            .. AlbBalancer.Resources(node, name),
            .. AlbListeners.Resources(node, name),
            .. groups.Items.Select(group => group.Unit).Distinct().SelectMany(unit => AlbTargets.Resources(node, unit)),
            .. AlbRoutes.Resources(node, groups),
            .. name is null ? [] : name.CertificateResources(),
            .. name is null ? [] : name.Records(new InputValue.Reference(node.Name(), "dnsName"), new InputValue.Reference(node.Name(), "zoneId"), "A"),
            .. AlbFirewall.Resources(node),
        ];
    }

    public override BalancedTargets Targets(NodeLowering node, NodeId unit) => new(
        new InputValue.Reference(AlbTargets.Name(node, unit), "arn"),
        new InputValue.Reference(node.Name("access"), "id"),
        RouteGroup.Of(node).Items.Where(group => group.Unit == unit).Select(group => node.Name(group.Part)).ToEquatableArray());

    public override Endpoint? Endpoint(NodeLowering node)
    {
        var name = OwnDomain.Of(node);
        return new Endpoint.Host(
            name is null ? new InputValue.Reference(node.Name(), "dnsName") : name.Name,
            RouteGroup.Of(node).Items.SelectMany(group => group.Prefix.Paths()).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            Https: name is not null);
    }

    public override IEnumerable<Alarm> Alarms(NodeLowering node) => AlbAlarms.Of(node);

    public override IEnumerable<StackOutput> Outputs(NodeLowering node)
    {
        var balancer = new InputValue.Reference(node.Name(), "dnsName");
        return OwnDomain.Of(node) is { } name
            ? name.Outputs(balancer).Prepend(new($"{node.Name()}-url", $"https://{name.Name}", "The gateway's address."))
            : [new($"{node.Name()}-url", InputValue.Interpolation.Of("http://", balancer), "The gateway's address, without TLS: that takes a domain name of your own.")];
    }
}

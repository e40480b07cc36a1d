using System.Globalization;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>
/// Subnets of the cluster's own in the application's network: its nodes fetch images and updates from the internet, what stands in
/// the network's other subnets does not.
/// </summary>
internal static class EksNetwork
{
    /// <summary>The addresses of the application's network.</summary>
    public const string Addresses = "10.0.0.0/16";

    private static readonly InputValue.Reference Routes = new(new("cluster-routes"), "id");

    public static readonly InputValue.List Subnets =
        InputValue.List.Of(Enumerable.Range(0, LoweringContext.Zones).Select(zone => new InputValue.Reference(SubnetName(zone), "id")));

    /// <summary>What must be there before a node can start.</summary>
    public static readonly ResourceName WayOut = new("cluster-way-out");

    public static IEnumerable<Resource> Resources(LoweringContext context)
    {
        var address = ClusterParts.Shared("cluster-address", "aws:ec2/eip:Eip", InputValue.Map.Of(new InputValue.Entry("domain", "vpc")), new(DependsOn: new([PublicSubnets.WayOut])));
        var gateway = ClusterParts.Shared("cluster-nat", "aws:ec2/natGateway:NatGateway", InputValue.Map.Of(
            new("allocationId", address.Output("id")),
            new("subnetId", PublicSubnets.Ids.Items[0])),
            comment: "One for all zones: when its zone is lost, nodes run on and fetch nothing new.");
        var routes = ClusterParts.Shared("cluster-routes", "aws:ec2/routeTable:RouteTable", InputValue.Map.Of(new InputValue.Entry("vpcId", LoweringContext.Vpc)));
        return
        [
            .. PublicSubnets.Resources(),
            address,
            gateway,
            routes,
            ClusterParts.Shared(WayOut.Value, "aws:ec2/route:Route", InputValue.Map.Of(
                new("routeTableId", routes.Output("id")),
                new("destinationCidrBlock", "0.0.0.0/0"),
                new("natGatewayId", gateway.Output("id")))),
            .. Enumerable.Range(0, LoweringContext.Zones).SelectMany(Subnet),
            .. ServicesOf(context).Where(service => service.Gateway).Select(Route),
            .. ServicesOf(context).Any(service => !service.Gateway) ? [IntoServices()] : Array.Empty<Resource>(),
            .. Stores(context),
        ];
    }

    private static IEnumerable<Resource> Subnet(int zone)
    {
        var subnet = ClusterParts.Shared(SubnetName(zone).Value, "aws:ec2/subnet:Subnet", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("cidrBlock", string.Create(CultureInfo.InvariantCulture, $"10.0.{128 + (16 * zone)}.0/20")),
            new("availabilityZone", new InputValue.Lookup(new("aws:index/getAvailabilityZones:getAvailabilityZones"), "names", zone)),
            new("mapPublicIpOnLaunch", false)),
            comment: zone == 0 ? "Each pod has an address of its own: 4,091 in each zone." : null);
        yield return subnet;
        yield return ClusterParts.Shared($"{subnet.Name}-routes", "aws:ec2/routeTableAssociation:RouteTableAssociation", InputValue.Map.Of(
            new("subnetId", subnet.Output("id")),
            new("routeTableId", Routes)));
    }

    /// <summary>The endpoints that are routes are told to the cluster's subnets too.</summary>
    private static Resource Route(NetworkService service) =>
        ClusterParts.Shared($"cluster-to-{service.Name}", "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation", InputValue.Map.Of(
            new("vpcEndpointId", new InputValue.Reference(PrivateNetwork.EndpointName(service), "id")),
            new("routeTableId", Routes)));

    /// <summary>Pods share the cluster's security group; which of them may connect, their network policies say.</summary>
    private static Resource IntoServices() => ClusterParts.Shared("cluster-into-services", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", Rule(
        PrivateNetwork.EndpointAccess, 443));

    private static IEnumerable<Resource> Stores(LoweringContext context) =>
        from use in ClusterUnits.Of(context).SelectMany(unit => context.AccessesOf(unit.Id)).DistinctBy(use => use.Edge.To)
        let peer = use.Access.Peer
        where peer is not null
        select ClusterParts.Shared(
            $"cluster-into-{context.StemOf(use.Edge.To)}", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", Rule(peer.SecurityGroup, peer.Port));

    private static InputValue.Map Rule(InputValue group, int port) => InputValue.Map.Of(
        new("securityGroupId", group),
        new("description", "From the cluster."),
        new("referencedSecurityGroupId", EksCluster.Group),
        new("ipProtocol", "tcp"),
        new("fromPort", port),
        new("toPort", port));

    private static IEnumerable<NetworkService> ServicesOf(LoweringContext context) => ClusterUnits.Of(context)
        .SelectMany(unit => context.ServicesOf(unit.Id))
        .Distinct()
        .Order();

    private static ResourceName SubnetName(int zone) => new(string.Create(CultureInfo.InvariantCulture, $"cluster-subnet-{zone}"));
}

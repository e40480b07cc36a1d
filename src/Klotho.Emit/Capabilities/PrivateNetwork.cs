using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// The application's own network: private subnets in two zones and no way to the internet. It exists only where a store
/// is reachable only inside it, or a unit runs on a host that needs one. Units in it reach the provider's services through endpoints, one per service that they use.
/// </summary>
public static class PrivateNetwork
{
    private const string Addresses = "10.0.0.0/16";

    private static readonly NodeId Id = LoweringContext.NetworkId;

    public static IEnumerable<Resource> Resources(EquatableArray<NetworkService> services)
    {
        var vpc = Resource("network", "aws:ec2/vpc:Vpc", InputValue.Map.Of(
            new("cidrBlock", Addresses),
            new("enableDnsHostnames", true),
            new("enableDnsSupport", true)));
        var routes = Resource("network-routes", "aws:ec2/routeTable:RouteTable", InputValue.Map.Of(new InputValue.Entry("vpcId", vpc.Output("id"))),
            "Only the network itself: no route leads to the internet.");
        return new[] { vpc, routes }
            .Concat(Enumerable.Range(0, LoweringContext.Zones).SelectMany(zone => Subnet(vpc, routes, zone)))
            .Concat(Endpoints(vpc, routes, services));
    }

    /// <summary>What must be there before something inside the network can call the services; at least one of them is no gateway's.</summary>
    public static IEnumerable<ResourceName> ReadyFor(IEnumerable<NetworkService> services) =>
        services.Distinct().Order().Select(EndpointName)
            .Concat(Enumerable.Range(0, LoweringContext.Zones).Select(zone => new ResourceName($"{LoweringContext.SubnetName(zone)}-routes")))
            .Append(new("network-endpoints-https"));

    private static ResourceName EndpointName(NetworkService service) => new($"network-{service.Name.Replace('.', '-')}");

    private static IEnumerable<Resource> Subnet(Resource vpc, Resource routes, int zone)
    {
        var subnet = Resource(LoweringContext.SubnetName(zone).Value, "aws:ec2/subnet:Subnet", InputValue.Map.Of(
            new("vpcId", vpc.Output("id")),
            new("cidrBlock", string.Create(CultureInfo.InvariantCulture, $"10.0.{zone}.0/24")),
            new("availabilityZone", new InputValue.Lookup(new("aws:index/getAvailabilityZones:getAvailabilityZones"), "names", zone)),
            new("mapPublicIpOnLaunch", false)));
        yield return subnet;
        yield return Resource($"{subnet.Name}-routes", "aws:ec2/routeTableAssociation:RouteTableAssociation", InputValue.Map.Of(
            new("subnetId", subnet.Output("id")),
            new("routeTableId", routes.Output("id"))));
    }

    private static IEnumerable<Resource> Endpoints(Resource vpc, Resource routes, EquatableArray<NetworkService> services)
    {
        var region = new InputValue.Lookup(new("aws:index/getRegion:getRegion"), "region");
        foreach (var service in services.Items.Where(service => service.Gateway))
        {
            yield return Resource(EndpointName(service).Value, "aws:ec2/vpcEndpoint:VpcEndpoint", InputValue.Map.Of(
                new("vpcId", vpc.Output("id")),
                new("serviceName", InputValue.Interpolation.Of("com.amazonaws.", region, $".{service.Name}")),
                new("vpcEndpointType", "Gateway"),
                new("routeTableIds", InputValue.List.Of(routes.Output("id")))));
        }

        if (services.Items.All(service => service.Gateway))
        {
            yield break;
        }

        var group = Resource("network-endpoints", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", vpc.Output("id")),
            new("description", "Endpoints of the provider's services.")));
        yield return group;
        yield return Resource("network-endpoints-https", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", InputValue.Map.Of(
            new("securityGroupId", group.Output("id")),
            new("description", "HTTPS from inside the network."),
            new("cidrIpv4", Addresses),
            new("ipProtocol", "tcp"),
            new("fromPort", 443),
            new("toPort", 443)));
        foreach (var service in services.Items.Where(service => !service.Gateway))
        {
            yield return Resource(EndpointName(service).Value, "aws:ec2/vpcEndpoint:VpcEndpoint", InputValue.Map.Of(
                new("vpcId", vpc.Output("id")),
                new("serviceName", InputValue.Interpolation.Of("com.amazonaws.", region, $".{service.Name}")),
                new("vpcEndpointType", "Interface"),
                new("privateDnsEnabled", true),
                new("subnetIds", LoweringContext.Subnets),
                new("securityGroupIds", InputValue.List.Of(group.Output("id")))));
        }
    }

    private static Resource Resource(string name, string type, InputValue.Map inputs, string? comment = null) =>
        new(new(name), new(type), inputs, ResourceOptions.None, Id, name == "network" ? "" : name["network-".Length..], comment);
}

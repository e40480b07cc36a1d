using System.Globalization;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// The part of the application's network that the internet reaches: for the load balancers of gateways and nothing else. What
/// stands in the private subnets still has no way out.
/// </summary>
public static class PublicSubnets
{
    // Far behind the private subnets, so that both can grow.
    private const int FirstBlock = 100;

    /// <summary>The subnets, one in each zone.</summary>
    public static readonly InputValue.List Ids =
        InputValue.List.Of(Enumerable.Range(0, LoweringContext.Zones).Select(zone => new InputValue.Reference(SubnetName(zone), "id")));

    /// <summary>What must be there before something can answer the internet.</summary>
    public static readonly ResourceName WayOut = new("network-to-internet");

    public static IEnumerable<Resource> Resources()
    {
        var internet = Resource("network-internet", "aws:ec2/internetGateway:InternetGateway", InputValue.Map.Of(new InputValue.Entry("vpcId", LoweringContext.Vpc)));
        var routes = Resource("network-public-routes", "aws:ec2/routeTable:RouteTable", InputValue.Map.Of(new InputValue.Entry("vpcId", LoweringContext.Vpc)),
            "For load balancers on the internet only; nothing else stands in the public subnets.");
        return
        [
            internet,
            routes,
            Resource(WayOut.Value, "aws:ec2/route:Route", InputValue.Map.Of(
                new("routeTableId", routes.Output("id")),
                new("destinationCidrBlock", "0.0.0.0/0"),
                new("gatewayId", internet.Output("id")))),
            .. Enumerable.Range(0, LoweringContext.Zones).SelectMany(zone => Subnet(routes, zone)),
        ];
    }

    private static IEnumerable<Resource> Subnet(Resource routes, int zone)
    {
        var subnet = Resource(SubnetName(zone).Value, "aws:ec2/subnet:Subnet", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("cidrBlock", string.Create(CultureInfo.InvariantCulture, $"10.0.{FirstBlock + zone}.0/24")),
            new("availabilityZone", new InputValue.Lookup(new("aws:index/getAvailabilityZones:getAvailabilityZones"), "names", zone)),
            new("mapPublicIpOnLaunch", false)));
        yield return subnet;
        yield return Resource($"{subnet.Name}-routes", "aws:ec2/routeTableAssociation:RouteTableAssociation", InputValue.Map.Of(
            new("subnetId", subnet.Output("id")),
            new("routeTableId", routes.Output("id"))));
    }

    private static ResourceName SubnetName(int zone) => new(string.Create(CultureInfo.InvariantCulture, $"network-public-{zone}"));

    private static Resource Resource(string name, string type, InputValue.Map inputs, string? comment = null) =>
        new(new(name), new(type), inputs, ResourceOptions.None, LoweringContext.NetworkId, name["network-".Length..], comment);
}

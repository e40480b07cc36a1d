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

    /// <summary>The security group of the endpoints that have one.</summary>
    public static readonly InputValue.Reference EndpointAccess = new(new("network-endpoints"), "id");

    /// <param name="services">What is called from inside.</param>
    /// <param name="flowRetentionDays">How long is kept what the network refused; null where nobody wants to know.</param>
    public static IEnumerable<Resource> Resources(EquatableArray<NetworkService> services, long? flowRetentionDays)
    {
        var vpc = Resource("network", "aws:ec2/vpc:Vpc", InputValue.Map.Of(
            new("cidrBlock", Addresses),
            new("enableDnsHostnames", true),
            new("enableDnsSupport", true)));
        var routes = Resource("network-routes", "aws:ec2/routeTable:RouteTable", InputValue.Map.Of(new InputValue.Entry("vpcId", vpc.Output("id"))),
            "Only the network itself: no route leads to the internet.");
        return
        [
            vpc,
            routes,
            Resource("network-default-access", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", InputValue.Map.Of(new InputValue.Entry("vpcId", vpc.Output("id"))),
                "The group that AWS makes with each network lets its members talk to each other; without rules it lets nobody in or out."),
            .. Enumerable.Range(0, LoweringContext.Zones).SelectMany(zone => Subnet(vpc, routes, zone)),
            .. services.Items.Where(service => service.Gateway).Select(service => GatewayEndpoint(vpc, routes, service)),
            .. services.Items.Any(service => !service.Gateway) ? InterfaceEndpoints(vpc, services) : [],
            .. flowRetentionDays is { } days ? FlowLog(vpc, days) : [],
        ];
    }

    /// <summary>What must be there before something inside the network can call the services.</summary>
    public static IEnumerable<ResourceName> ReadyFor(IEnumerable<NetworkService> services) =>
        services.Distinct().Order().Select(EndpointName)
            .Concat(Enumerable.Range(0, LoweringContext.Zones).Select(zone => new ResourceName($"{LoweringContext.SubnetName(zone)}-routes")));

    public static ResourceName EndpointName(NetworkService service) => new($"network-{service.Name.Replace('.', '-')}");

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

    private static Resource GatewayEndpoint(Resource vpc, Resource routes, NetworkService service) =>
        Resource(EndpointName(service).Value, "aws:ec2/vpcEndpoint:VpcEndpoint", InputValue.Map.Of(
            new("vpcId", vpc.Output("id")),
            new("serviceName", InputValue.Interpolation.Of("com.amazonaws.", AwsAccount.Region, $".{service.Name}")),
            new("vpcEndpointType", "Gateway"),
            new("routeTableIds", InputValue.List.Of(routes.Output("id")))));

    /// <summary>The endpoints with addresses of their own; each unit that calls a service adds its rule to their group.</summary>
    private static IEnumerable<Resource> InterfaceEndpoints(Resource vpc, EquatableArray<NetworkService> services)
    {
        var group = Resource("network-endpoints", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", vpc.Output("id")),
            new("description", "Endpoints of AWS.")));
        return services.Items.Where(service => !service.Gateway)
            .Select(service => Resource(EndpointName(service).Value, "aws:ec2/vpcEndpoint:VpcEndpoint", InputValue.Map.Of(
                new("vpcId", vpc.Output("id")),
                new("serviceName", InputValue.Interpolation.Of("com.amazonaws.", AwsAccount.Region, $".{service.Name}")),
                new("vpcEndpointType", "Interface"),
                new("privateDnsEnabled", true),
                new("subnetIds", LoweringContext.Subnets),
                new("securityGroupIds", InputValue.List.Of(group.Output("id"))))))
            .Prepend(group);
    }

    /// <summary>What was refused shows attacks and missing rules alike; what was let through would be most of the bill.</summary>
    private static IEnumerable<Resource> FlowLog(Resource vpc, long retentionDays)
    {
        const string Service = "vpc-flow-logs.amazonaws.com";
        var logs = Resource("network-flows", "aws:cloudwatch/logGroup:LogGroup", InputValue.Map.Of(new InputValue.Entry("retentionInDays", retentionDays)));
        var role = Resource("network-flows-role", "aws:iam/role:Role", InputValue.Map.Of(new InputValue.Entry("assumeRolePolicy", PolicyDocument.AssumedBy(Service, AwsAccount.Arn("ec2", "vpc-flow-log/*")))));
        yield return logs;
        yield return role;
        yield return Resource("network-flows-permissions", "aws:iam/rolePolicy:RolePolicy", InputValue.Map.Of(
            new("role", role.Output("id")),
            new("policy", PolicyDocument.Allow(
            [
                new(NetworkActions.WriteFlows.ToEquatableArray(), new([logs.Output("arn"), InputValue.Interpolation.Of(logs.Output("arn"), ":*")]), "writing what the network refused"),
            ]))));
        yield return Resource("network-flow-log", "aws:ec2/flowLog:FlowLog", InputValue.Map.Of(
            new("vpcId", vpc.Output("id")),
            new("trafficType", "REJECT"),
            new("logDestination", logs.Output("arn")),
            new("iamRoleArn", role.Output("arn"))),
            "What was refused shows attacks and missing rules alike; what was let through would be most of the bill.");
    }

    private static Resource Resource(string name, string type, InputValue.Map inputs, string? comment = null) =>
        new(new(name), new(type), inputs, ResourceOptions.None, Id, name == "network" ? "" : name["network-".Length..], comment);
}

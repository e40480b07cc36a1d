using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>The HTTP API under a name of its own; it answers no other then.</summary>
internal static class ApiGatewayDomain
{
    private const string Part = "domain";

    /// <summary>What the provider calls it.</summary>
    public static InputValue.Reference Target(NodeLowering node) => Member(node, "targetDomainName");

    public static IEnumerable<Resource> Resources(NodeLowering node, OwnDomain name) =>
    [
        .. name.CertificateResources(),
        node.Resource(Part, "aws:apigatewayv2/domainName:DomainName", InputValue.Map.Of(
            new("domainName", name.Name),
            new("domainNameConfiguration", InputValue.Map.Of(
                new("certificateArn", name.Certificate),
                new("endpointType", "REGIONAL"),
                new("securityPolicy", "TLS_1_2"))))),
        node.Resource("domain-mapping", "aws:apigatewayv2/apiMapping:ApiMapping", InputValue.Map.Of(
            new("apiId", new InputValue.Reference(node.Name(), "id")),
            new("domainName", new InputValue.Reference(node.Name(Part), "id")),
            new("stage", new InputValue.Reference(node.Name("stage"), "id")))),
        .. name.Records(Target(node), Member(node, "hostedZoneId"), "A"),
    ];

    private static InputValue.Reference Member(NodeLowering node, string member) => new(node.Name(Part), $"domainNameConfiguration.{member}");
}

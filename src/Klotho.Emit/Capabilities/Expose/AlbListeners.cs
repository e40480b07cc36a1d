using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>The ports: HTTPS with HTTP leading there, or HTTP alone where the gateway has no name that a certificate could be for.</summary>
internal static class AlbListeners
{
    public const int Http = 80;
    public const int Https = 443;

    // TLS 1.2 and 1.3 with forward secrecy (Application Load Balancers: Security policies for your Application Load Balancer, 2026-11-22).
    private const string TlsPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    /// <summary>The listener that the gateway's rules belong to.</summary>
    public static InputValue.Reference Arn(NodeLowering node) => new(node.Name("listener"), "arn");

    public static IEnumerable<Resource> Resources(NodeLowering node, OwnDomain? name) => name is null
        ? [Listener(node, "listener", Http, "HTTP", NotFound, [], "Without TLS: certificates are for names, and this gateway has only the provider's. Give it a name of your own: domain.")]
        :
        [
            Listener(node, "listener-http", Http, "HTTP", ToHttps, [], null),
            Listener(node, "listener", Https, "HTTPS", NotFound, [new("sslPolicy", TlsPolicy), new("certificateArn", name.Certificate)], null),
        ];

    /// <summary>The answer to what the application does not expose.</summary>
    public static InputValue.Map NotFound { get; } = InputValue.Map.Of(
        new("type", "fixed-response"),
        new("fixedResponse", InputValue.Map.Of(
            new("contentType", "text/plain"),
            new("messageBody", "Not found."),
            new("statusCode", "404"))));

    private static InputValue.Map ToHttps { get; } = InputValue.Map.Of(
        new("type", "redirect"),
        new("redirect", InputValue.Map.Of(
            new("protocol", "HTTPS"),
            new("port", "443"),
            new("statusCode", "HTTP_301"))));

    private static Resource Listener(
        NodeLowering node, string part, int port, string protocol, InputValue.Map otherwise, IEnumerable<InputValue.Entry> security, string? comment) =>
        node.Resource(part, "aws:lb/listener:Listener", InputValue.Map.Of(
        [
            new("loadBalancerArn", new InputValue.Reference(node.Name(), "arn")),
            new("port", port),
            new("protocol", protocol),
            .. security,
            new("defaultActions", InputValue.List.Of(otherwise)),
        ]), comment: comment);
}

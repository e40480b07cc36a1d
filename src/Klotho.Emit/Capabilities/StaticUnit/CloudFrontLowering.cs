using Klotho.Analysis.Capabilities.StaticUnit;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.StaticUnit;

/// <summary>
/// A private bucket with the files behind a distribution. The gateways that expose the static unit answer their own paths under the
/// same address, so that the page calls its API without CORS.
/// </summary>
public sealed class CloudFrontLowering : Lowering
{
    // Amazon CloudFront Developer Guide: Use managed cache, origin request and response headers policies, read 2026-11-22.
    private const string CachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
    private const string SecurityHeaders = "67f7725c-6f97-4210-82d7-5512b31e9d03";

    private static readonly InputValue.List ReadMethods = InputValue.List.Of("GET", "HEAD", "OPTIONS");
    private static readonly InputValue.List AllMethods = InputValue.List.Of("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE");
    private static readonly InputValue.List CachedMethods = InputValue.List.Of("GET", "HEAD");

    public override CandidateType Candidate => new("cloudfront");

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var index = (node.Node as StaticUnitNode)?.IndexDocument;
        var name = OwnDomain.Of(node, CloudFrontRegion.Name);
        var distribution = Distribution(node, index, name);
        return
        [
            .. S3Bucket.Private(node, versioning: null, node.Truth("force_destroy"), ResourceOptions.None),
            S3Bucket.Lifecycle(node),
            S3Bucket.Policy(node, PolicyDocument.ServiceMay("cloudfront.amazonaws.com", "s3:GetObject", S3Bucket.Objects(node), distribution.Output("arn"))),
            node.Resource("origin-access", "aws:cloudfront/originAccessControl:OriginAccessControl", InputValue.Map.Of(
                new("originAccessControlOriginType", "s3"),
                new("signingBehavior", "always"),
                new("signingProtocol", "sigv4"))),
            .. index is null ? [] : new[] { PageRoutes(node, index) },
            distribution,
            .. CloudFrontLogs.Resources(node, distribution),
            .. WebFirewall.Resources(node, edge: true),
            .. name is null ? [] : name.CertificateResources(),
            .. name is null ? [] : name.Records(distribution.Output("domainName"), distribution.Output("hostedZoneId"), "A", "AAAA"),
        ];
    }

    public override IEnumerable<StackOutput> Outputs(NodeLowering node) =>
    [
        .. Address(node),
        new($"{node.Name()}-upload", InputValue.Interpolation.Of(
            $"aws s3 sync {node.Context.ProjectFromProgram}/{(node.Node as StaticUnitNode)?.Folder} s3://", new InputValue.Reference(node.Name(), "bucket"), " --delete"), "Upload the built files after each change of them:", IsCommand: true),
    ];

    private static IEnumerable<StackOutput> Address(NodeLowering node)
    {
        var own = new InputValue.Reference(node.Name("distribution"), "domainName");
        var name = OwnDomain.Of(node, CloudFrontRegion.Name);
        return (name?.Outputs(own) ?? []).Prepend(new(
            $"{node.Name()}-url", InputValue.Interpolation.Of("https://", name is null ? own : name.Name), "The web page's address."));
    }

    /// <summary>Client-side routes have no file: what looks like a page is answered with the index document.</summary>
    private static Resource PageRoutes(NodeLowering node, string index) =>
        node.Resource("page-routes", "aws:cloudfront/function:Function", InputValue.Map.Of(
            new("runtime", "cloudfront-js-2.0"),
            new("publish", true),
            new("code", $$"""
                function handler(event) {
                    var request = event.request;
                    if (!request.uri.split('/').pop().includes('.')) request.uri = '/{{index}}';
                    return request;
                }
                """.ReplaceLineEndings("\n"))),
            comment: "Client-side routes have no file: what looks like a page is answered with the index document.");

    private static Resource Distribution(NodeLowering node, string? index, OwnDomain? name)
    {
        var gateways = node.Context.Graph.To(node.Id)
            .Where(edge => edge.Kind == EdgeKind.Exposes)
            .Select(edge => (Id: edge.From, Host: node.Context.EndpointOf(edge.From) as Endpoint.Host))
            .Where(gateway => gateway.Host is { Paths.Count: > 0 })
            .ToList();
        var behaviours = gateways.SelectMany(gateway => Paths(gateway.Host).Where(path => path is not "/" and not "/*").Select(path => ApiBehaviour(gateway.Id, path))).ToList();
        return node.Resource("distribution", "aws:cloudfront/distribution:Distribution", InputValue.Map.Of(
        [
            new("enabled", true),
            new("comment", $"{node.Context.Graph.App}: {node.Id.Name}"),
            new("httpVersion", "http2and3"),
            new("isIpv6Enabled", true),
            new("priceClass", node.Text("price_class")),
            .. index is null ? [] : new InputValue.Entry[] { new("defaultRootObject", index) },
            new("origins", InputValue.List.Of(gateways.Select(gateway => ApiOrigin(gateway.Id, gateway.Host)).Prepend(FilesOrigin(node)))),
            new("defaultCacheBehavior", FilesBehaviour(node, index)),
            .. behaviours.Count == 0 ? [] : new InputValue.Entry[] { new("orderedCacheBehaviors", InputValue.List.Of(behaviours)) },
            new("restrictions", InputValue.Map.Of(new InputValue.Entry("geoRestriction", InputValue.Map.Of(new InputValue.Entry("restrictionType", "none"))))),
            .. name is null ? [] : new InputValue.Entry[] { new("aliases", InputValue.List.Of(name.Name)) },
            new("viewerCertificate", Certificate(name)),
            .. WebFirewall.Of(node) is { } acl ? [new("webAclId", acl)] : Array.Empty<InputValue.Entry>(),
        ]));
    }

    private static InputValue.Map Certificate(OwnDomain? name) => name is null
        ? InputValue.Map.Of(new InputValue.Entry("cloudfrontDefaultCertificate", true))
        : InputValue.Map.Of(new("acmCertificateArn", name.Certificate), new("sslSupportMethod", "sni-only"), new("minimumProtocolVersion", "TLSv1.2_2021"));

    private static IEnumerable<string> Paths(Endpoint.Host? host) => host is null ? [] : host.Paths.Items;

    private static InputValue FilesOrigin(NodeLowering node) => InputValue.Map.Of(
        new("originId", "files"),
        new("domainName", new InputValue.Reference(node.Name(), "bucketRegionalDomainName")),
        new("originAccessControlId", new InputValue.Reference(node.Name("origin-access"), "id")));

    private static InputValue ApiOrigin(NodeId gateway, Endpoint.Host? host) => InputValue.Map.Of(
        new("originId", gateway.Name),
        new("domainName", host?.Domain ?? throw new InvalidOperationException($"{gateway} has no address.")),
        new("customOriginConfig", InputValue.Map.Of(
            new("httpPort", 80),
            new("httpsPort", 443),
            new("originProtocolPolicy", host.Https ? "https-only" : "http-only"),
            new("originSslProtocols", InputValue.List.Of("TLSv1.2")))));

    private static InputValue.Map FilesBehaviour(NodeLowering node, string? index) => InputValue.Map.Of(
    [
        new("targetOriginId", "files"),
        new("viewerProtocolPolicy", "redirect-to-https"),
        new("allowedMethods", ReadMethods),
        new("cachedMethods", CachedMethods),
        new("compress", true),
        new("cachePolicyId", CachingOptimized),
        new("responseHeadersPolicyId", SecurityHeaders),
        .. index is null ? [] : new InputValue.Entry[]
        {
            new("functionAssociations", InputValue.List.Of(InputValue.Map.Of(
                new("eventType", "viewer-request"),
                new("functionArn", new InputValue.Reference(node.Name("page-routes"), "arn"))))),
        },
    ]);

    private static InputValue ApiBehaviour(NodeId gateway, string path) => InputValue.Map.Of(
        new("pathPattern", path),
        new("targetOriginId", gateway.Name),
        new("viewerProtocolPolicy", "https-only"),
        new("allowedMethods", AllMethods),
        new("cachedMethods", CachedMethods),
        new("compress", true),
        new("cachePolicyId", CachingDisabled),
        new("originRequestPolicyId", AllViewerExceptHostHeader));
}

using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>Distributions and gateways.</summary>
internal static class WebControls
{
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string LogSource = "aws:cloudwatch/logDeliverySource:LogDeliverySource";

    public static readonly IReadOnlyList<Control> All =
    [
        new("APIGateway.9", "Gateways log requests", "aws:apigatewayv2/stage:Stage", stage => stage.Values("accessLogSettings.destinationArn").Count > 0, stage => stage.Without("accessLogSettings")),
        Control.Given("CloudFront.1", "The bare address has a page", Distribution, "defaultRootObject") with
        {
            Concerns = distribution => distribution.Values("defaultCacheBehavior.functionAssociations").Count > 0,
            By = "`IndexDocument` of the annotation",
        },
        new("CloudFront.3", "Pages and calls go over HTTPS", Distribution,
            distribution => distribution.Values("defaultCacheBehavior.viewerProtocolPolicy").Concat(distribution.Values("orderedCacheBehaviors.viewerProtocolPolicy")).All(policy => policy is InputValue.Text { Value: "redirect-to-https" or "https-only" }),
            distribution => distribution.With("defaultCacheBehavior.viewerProtocolPolicy", "allow-all")),
        new("CloudFront.5", "Distributions log requests", Distribution,
            distribution => distribution.Related(LogSource, "resourceArn").Any(), distribution => distribution.WithoutRelated(LogSource, "resourceArn")) { By = "`log_retention_days`, 30 by default" },
        new("CloudFront.8", "Distributions know hosts by name (SNI)", Distribution,
            distribution => distribution.Truth("viewerCertificate.cloudfrontDefaultCertificate") == true || distribution.Text("viewerCertificate.sslSupportMethod") == "sni-only",
            distribution => distribution.With("viewerCertificate", InputValue.Map.Of(new InputValue.Entry("sslSupportMethod", "vip")))),
        new("CloudFront.9", "Distributions call gateways over HTTPS", Distribution,
            distribution => distribution.Values("origins.customOriginConfig.originProtocolPolicy").All(policy => policy is InputValue.Text { Value: "https-only" }),
            distribution => distribution.With("origins.customOriginConfig.originProtocolPolicy", "http-only"))
        {
            Concerns = HasGateway,
            By = "always to an HTTP API; to a load balancer that has a `domain`",
        },
        new("CloudFront.10", "Distributions call gateways with TLS 1.2", Distribution,
            distribution => !distribution.Text("origins.customOriginConfig.originSslProtocols").Contains("SSLv3", StringComparison.Ordinal),
            distribution => distribution.With("origins.customOriginConfig.originSslProtocols", InputValue.List.Of("SSLv3"))) { Concerns = HasGateway },
        new("CloudFront.12", "Files come from a bucket of the program", Distribution,
            distribution => Files(distribution).All(origin => origin.Find("domainName") is InputValue.Reference),
            distribution => distribution.With("origins", InputValue.List.Of(InputValue.Map.Of(new("domainName", "gone.s3.amazonaws.com"), new("originAccessControlId", "x"))))),
        new("CloudFront.13", "Buckets answer the distribution only", Distribution,
            distribution => Files(distribution).Any(), distribution => distribution.Without("origins.originAccessControlId")),
    ];

    private static bool HasGateway(ControlledResource distribution) => distribution.Values("origins.customOriginConfig").Count > 0;

    private static IEnumerable<InputValue.Map> Files(ControlledResource distribution) =>
        distribution.Values("origins").OfType<InputValue.Map>().Where(origin => origin.Find("originAccessControlId") is not null);
}

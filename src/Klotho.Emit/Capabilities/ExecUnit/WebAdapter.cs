using Klotho.Planning.Capabilities.ExecUnit;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>A function whose requests the AWS Lambda Web Adapter hands on.</summary>
internal static class WebAdapter
{
    /// <summary>Where ASP.NET Core's images listen (dotnet/dotnet-docker, documentation/enable-aspnetcore-port.md, read 2026-11-23).</summary>
    private const string Port = "8080";

    public static bool IsUsed(NodeLowering node) => node.Text(LambdaServers.Key) == LambdaServers.WebAdapter;

    /// <summary>
    /// What the adapter needs to know, and that Kestrel stays. It lets requests in when the health check answers
    /// (awslabs.github.io/aws-lambda-web-adapter/configuration/environment-variables.html, read 2026-11-23).
    /// </summary>
    public static IEnumerable<EnvironmentVariable> Variables(NodeLowering node) => IsUsed(node)
        ?
        [
            new("AWS_LWA_PORT", Port),
            new("AWS_LWA_READINESS_CHECK_HEALTHY_STATUS", "200"),
            new("AWS_LWA_READINESS_CHECK_PATH", HealthCheck.Path),
            new("Klotho__Lambda__Server", "web-adapter"),
        ]
        : [];
}

using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>An HTTP API whose routes hand requests to the units that handle them; there is no catch-all route unless a route needs one.</summary>
public sealed class ApiGatewayLowering : Lowering
{
    private const string OwnEndpoints = "_klotho";

    public override CandidateType Candidate => new("apigateway");

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var name = OwnDomain.Of(node);
        var api = node.Resource(null, "aws:apigatewayv2/api:Api", InputValue.Map.Of(
        [
            new("protocolType", "HTTP"),
            new("description", $"The way into {node.Context.Graph.App}."),
            .. name is null ? Array.Empty<InputValue.Entry>() : [new("disableExecuteApiEndpoint", true)],
        ]));
        var logs = node.Resource("logs", "aws:cloudwatch/logGroup:LogGroup", InputValue.Map.Of(
            new InputValue.Entry("retentionInDays", node.Whole("log_retention_days"))));
        var groups = RouteGroup.Of(node);

        return
        [
            api,
            logs,
            Stage(node, api, logs),
            .. GatewayIntegration.Resources(node, api, groups.Items.Select(group => group.Unit).Distinct()),
            .. groups.SelectMany(group => Routes(node, api, group)),
            .. groups.Any(group => group.IsEverything) ? OwnEndpointsClosed(node, api, groups[0].Unit) : [],
            .. name is null ? [] : ApiGatewayDomain.Resources(node, name),
        ];
    }

    public override Endpoint? Endpoint(NodeLowering node)
    {
        InputValue domain = OwnDomain.Of(node) is { } name
            ? name.Name
            : InputValue.Interpolation.Of(new InputValue.Reference(node.Name(), "id"), ".execute-api.", AwsAccount.Region, ".amazonaws.com");
        return new Endpoint.Host(domain, RouteGroup.Of(node).SelectMany(group => group.Prefix.Paths()).Distinct(StringComparer.Ordinal).ToEquatableArray());
    }

    public override IEnumerable<Alarm> Alarms(NodeLowering node) => ApiGatewayAlarms.Of(node);

    public override IEnumerable<StackOutput> Outputs(NodeLowering node) =>
        OwnDomain.Of(node) is { } name
            ? name.Outputs(ApiGatewayDomain.Target(node)).Prepend(new($"{node.Name()}-url", $"https://{name.Name}", "The HTTP API's address."))
            : [new($"{node.Name()}-url", new InputValue.Reference(node.Name(), "apiEndpoint"), "The HTTP API's address.")];

    private static Resource Stage(NodeLowering node, Resource api, Resource logs) =>
        node.Resource("stage", "aws:apigatewayv2/stage:Stage", InputValue.Map.Of(
            new("apiId", api.Output("id")),
            new("name", "$default"),
            new("autoDeploy", true),
            new("defaultRouteSettings", InputValue.Map.Of(
                new("throttlingRateLimit", node.Whole("throttling_rate")),
                new("throttlingBurstLimit", node.Whole("throttling_burst")))),
            new("accessLogSettings", InputValue.Map.Of(
                new("destinationArn", logs.Output("arn")),
                new("format", new InputValue.Json(InputValue.Map.Of(
                    new("requestId", "$context.requestId"),
                    new("time", "$context.requestTime"),
                    new("ip", "$context.identity.sourceIp"),
                    new("method", "$context.httpMethod"),
                    new("path", "$context.path"),
                    new("route", "$context.routeKey"),
                    new("status", "$context.status"),
                    new("latency", "$context.responseLatency"),
                    new("error", "$context.integrationErrorMessage"))))))));

    private static IEnumerable<Resource> Routes(NodeLowering node, Resource api, RouteGroup group) =>
        group.Prefix.Keys().Select((key, index) => node.Resource(
            $"{group.Part}{(index == 0 ? "" : index == 1 && key.EndsWith('/') ? "-slash" : "-below")}",
            "aws:apigatewayv2/route:Route",
            InputValue.Map.Of(
                new("apiId", api.Output("id")),
                new("routeKey", key),
                new("target", Target(node, group.Unit))),
            comment: index == 0 ? string.Join("; ", group.Routes) : null));

    /// <summary>With a route that takes everything, Klotho's own endpoints get a more exact route that only signed callers pass.</summary>
    private static IEnumerable<Resource> OwnEndpointsClosed(NodeLowering node, Resource api, NodeId unit)
    {
        yield return node.Resource("own-endpoints", "aws:apigatewayv2/route:Route", InputValue.Map.Of(
            new("apiId", api.Output("id")),
            new("routeKey", $"ANY /{OwnEndpoints}/{{proxy+}}"),
            new("authorizationType", "AWS_IAM"),
            new("target", Target(node, unit))),
            comment: "Klotho's own endpoints stay closed: nobody has the permission that this route asks for.");
    }

    private static InputValue.Interpolation Target(NodeLowering node, NodeId unit) =>
        InputValue.Interpolation.Of("integrations/", new InputValue.Reference(node.Name($"to-{unit.Name}"), "id"));
}

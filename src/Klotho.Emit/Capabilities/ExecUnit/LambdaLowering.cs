using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Containers;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>A function that runs the unit's image.</summary>
public sealed class LambdaLowering : Lowering
{
    public override CandidateType Candidate => new("lambda");

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var accesses = node.Context.AccessesOf(node.Id).Select(use => use.Access).ToList();
        var peers = accesses.Select(access => access.Peer).OfType<NetworkPeer>().Distinct().ToEquatableArray();
        var services = node.Context.ServicesOf(node.Id).Distinct().Order().ToEquatableArray();
        var inNetwork = InNetwork(node);

        return
        [
            .. ContainerImage.Resources(node, node.Text("architecture") == "arm64" ? "linux/arm64" : "linux/amd64"),
            node.Resource("logs", "aws:cloudwatch/logGroup:LogGroup", InputValue.Map.Of(
                new InputValue.Entry("retentionInDays", node.Whole("log_retention_days")))),
            .. UnitRole.Resources(node, accesses, inNetwork),
            .. inNetwork ? UnitNetwork.Resources(node, peers, services) : [],
            Function(node, accesses, inNetwork),
            .. inNetwork ? [UnitRole.HostOnly(node)] : Array.Empty<Resource>(),
            .. LambdaVersion.Resources(node),
            .. LambdaFailures.Resources(node),
            .. LambdaSweep.Resources(node),
            .. accesses.SelectMany(access => access.Events.Items).Select(source => EventSource(node, source)),
            .. UnitCalls.IsCalled(node) ? [Url(node, inNetwork)] : Array.Empty<Resource>(),
        ];
    }

    public override Endpoint Endpoint(NodeLowering node) => new Endpoint.Function(
        new InputValue.Reference(node.Name(), "name"),
        LambdaVersion.Arn(node),
        LambdaVersion.InvokeArn(node),
        LambdaVersion.Qualifier(node),
        node.Whole("timeout"));

    public override IEnumerable<PolicyStatement> HostStatements(NodeLowering node) =>
        UnitRole.Host(node, InNetwork(node));

    public override IEnumerable<Alarm> Alarms(NodeLowering node) => LambdaAlarms.Of(node).Concat(LambdaFailures.Alarms(node));

    public override bool InNetwork(NodeLowering node) =>
        node.Truth("private_network") || node.Context.AccessesOf(node.Id).Any(use => use.Access.Peer is not null);

    public override UnitImage Image(NodeLowering node) => ContainerImage.Of(node, needsToken: false) with { HasWebAdapter = WebAdapter.IsUsed(node) };

    /// <summary>
    /// What a unit needs to call this one. No endpoint of a private network leads to a function's URL, which is on the public internet only (AWS
    /// Lambda Developer Guide: Creating and managing Lambda function URLs, read 2026-11-22): planning refuses to call from inside.
    /// </summary>
    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge)
    {
        if (edge.Kind != EdgeKind.Calls || edge.To != node.Id || edge.From == node.Id)
        {
            return UnitAccess.None;
        }

        var methods = string.Join(", ", edge.Operations.Items.Select(operation => operation.Name).Order(StringComparer.Ordinal));
        return new(
            Environment: new([EnvironmentVariable.Binding("ExecUnit", node.Id.Name, new InputValue.Reference(node.Name("url"), "functionUrl"))]),
            Statements: new(
            [
                Call(node, UnitActions.CallUrl, methods, new("StringEquals", "lambda:FunctionUrlAuthType", "AWS_IAM")),
                Call(node, UnitActions.BehindUrl, methods, new("Bool", "lambda:InvokedViaFunctionUrl", "true")),
            ]));
    }

    /// <summary>Through its address only: who could invoke the function directly could hand it messages and schedules that never were.</summary>
    private static PolicyStatement Call(NodeLowering node, string[] actions, string methods, PolicyCondition condition) =>
        new(actions.ToEquatableArray(), new([LambdaVersion.Arn(node)]), methods, new([condition]));

    private static Resource Function(NodeLowering node, IEnumerable<UnitAccess> accesses, bool inNetwork)
    {
        var variables = accesses.SelectMany(access => access.Environment.Items)
            .Concat(EnvironmentVariable.OfUnit(node.Id.Name))
            .Concat(WebAdapter.Variables(node))
            .Concat(IsStreaming(node, inNetwork) ? [new("Klotho__Lambda__Streaming", "true")] : [])
            .DistinctBy(variable => variable.Name)
            .OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(variable => new InputValue.Entry(variable.Name, variable.Value));
        return node.Resource(null, "aws:lambda/function:Function", InputValue.Map.Of(
        [
            new("packageType", "Image"),
            new("imageUri", new InputValue.Reference(node.Name("image"), "ref")),
            new("architectures", InputValue.List.Of(node.Text("architecture"))),
            new("role", new InputValue.Reference(node.Name("role"), "arn")),
            new("memorySize", node.Whole("memory")),
            new("timeout", node.Whole("timeout")),
            new("ephemeralStorage", InputValue.Map.Of(new InputValue.Entry("size", node.Whole("ephemeral_storage")))),
            new("loggingConfig", InputValue.Map.Of(
                new("logFormat", "Text"),
                new("logGroup", new InputValue.Reference(node.Name("logs"), "name")))),
            new("environment", InputValue.Map.Of(new InputValue.Entry("variables", InputValue.Map.Of(variables)))),
            .. Options(node, inNetwork),
        ]), new(DependsOn: new([node.Name("permissions")])));
    }

    /// <summary>What only some functions have.</summary>
    private static IEnumerable<InputValue.Entry> Options(NodeLowering node, bool inNetwork)
    {
        if (node.Whole("reserved_concurrency") is > 0 and var reserved)
        {
            yield return new("reservedConcurrentExecutions", reserved);
        }

        if (LambdaVersion.IsProvisioned(node))
        {
            yield return new("publish", true);
        }

        if (node.Truth("tracing"))
        {
            yield return new("tracingConfig", InputValue.Map.Of(new InputValue.Entry("mode", "Active")));
        }

        if (inNetwork)
        {
            yield return new("vpcConfig", InputValue.Map.Of(
                new("subnetIds", LoweringContext.Subnets),
                new("securityGroupIds", InputValue.List.Of(new InputValue.Reference(node.Name("access"), "id")))));
        }
    }

    private static Resource EventSource(NodeLowering node, EventSource source)
    {
        var most = node.Whole("queue_concurrency");
        return node.Resource($"from-{node.Context.StemOf(source.From)}", "aws:lambda/eventSourceMapping:EventSourceMapping", InputValue.Map.Of(
        [
            new("eventSourceArn", source.QueueArn),
            new("functionName", LambdaVersion.Arn(node)),
            new("batchSize", source.BatchSize),
            new("functionResponseTypes", InputValue.List.Of("ReportBatchItemFailures")),
            .. most > 0
                ? [new("scalingConfig", InputValue.Map.Of(new InputValue.Entry("maximumConcurrency", most)))]
                : Array.Empty<InputValue.Entry>(),
        ]));
    }

    /// <summary>
    /// Whether the function's URL hands answers on while they are made, which it does not for a function in a private network (AWS Lambda Developer
    /// Guide: Response streaming, read 2026-11-23). The same holds for what the function is told of its URL.
    /// </summary>
    private static bool IsStreaming(NodeLowering node, bool inNetwork) => UnitCalls.IsStreamed(node) && !inNetwork;

    private static Resource Url(NodeLowering node, bool inNetwork) =>
        node.Resource("url", "aws:lambda/functionUrl:FunctionUrl", InputValue.Map.Of(
        [
            new("functionName", new InputValue.Reference(node.Name(), "name")),
            .. LambdaVersion.QualifierInput(node),
            new("authorizationType", "AWS_IAM"),
            .. IsStreaming(node, inNetwork) ? [new("invokeMode", "RESPONSE_STREAM")] : Array.Empty<InputValue.Entry>(),
        ]), comment: "Other units call this one here; AWS refuses whoever has no permission.");
}

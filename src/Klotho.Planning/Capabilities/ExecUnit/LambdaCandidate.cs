using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>A Lambda function that starts from the application's container image.</summary>
public sealed class LambdaCandidate : Candidate
{
    public override CandidateType Type => new("lambda");

    public override string Title => "AWS Lambda function";

    public override string DefaultReason => "pay per request, no servers";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("memory", 1024, 128, 10240, "Memory in MB; processor time grows with it."),
        ParameterSpec.Whole("timeout", 30, 1, 900, "How many seconds a request or message may take."),
        ParameterSpec.Whole("ephemeral_storage", 512, 512, 10240, "Size of /tmp in MB."),
        ParameterSpec.Choice("architecture", "arm64", ["arm64", "x86_64"], "The processor that the image is built for."),
        DebianPackages.Parameter,
        ParameterSpec.Choice("log_retention_days", 30, CloudWatchLogs.RetentionDays, "How many days logs are kept."),
    ]);

    public override EquatableArray<HardLimit> Limits { get; } = new(
    [
        new("timeout", 900, "s", "AWS Lambda Developer Guide: Lambda quotas", "2026-11-22"),
        new("memory", 10240, "MB", "AWS Lambda Developer Guide: Lambda quotas", "2026-11-22"),
        new("ephemeral storage", 10240, "MB", "AWS Lambda Developer Guide: Lambda quotas", "2026-11-22"),
        new("request or response payload", 6, "MB", "AWS Lambda Developer Guide: Lambda quotas", "2026-11-22"),
    ]);

    /// <summary>
    /// Work that nobody waits for may take longer than a request: a unit with message handlers or schedules gets
    /// 120 seconds, unless it also answers requests.
    /// </summary>
    public override IEnumerable<InferredParameter> Infer(CapabilityNode node, CapabilityGraph graph)
    {
        var incoming = graph.To(node.Id).ToArray();
        var background = incoming.FirstOrDefault(edge => edge.Kind is EdgeKind.Delivers or EdgeKind.Triggers);
        if (background is not null && !incoming.Any(edge => edge.Kind is EdgeKind.HandledBy) && Cause(background, node) is { } cause)
        {
            yield return new("timeout", new ParameterValue.Whole(120), cause);
        }
    }

    private static SourceLocation? Cause(CapabilityEdge edge, CapabilityNode unit) =>
        edge.Operations.Items.SelectMany(operation => operation.Witness.Items).Select(step => step.Location).FirstOrDefault() ??
        unit.Locations.Items.FirstOrDefault();
}

using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.PubSub;

/// <summary>
/// The bucket for payloads that are too large for a message: who publishes writes there, who handles reads, and a rule deletes what no message can
/// refer to any more. It is never emptied by a deployment: what waits in a queue still needs it.
/// </summary>
internal static class Claims
{
    private const string Part = "claims";

    public static readonly NetworkService Service = new("s3", Gateway: true);

    public static bool AreKept(NodeLowering node) => node.Truth(Part);

    public static IEnumerable<Resource> Resources(NodeLowering node) => !AreKept(node) ? [] :
    [
        .. S3Bucket.Private(node, versioning: null, forceDestroy: false, ResourceOptions.None, Part),
        S3Bucket.Expiry(node, Part, node.Whole("retention_days") + node.Whole("dead_letter_retention_days") + 1),
        S3Bucket.PartPolicy(node, Part),
    ];

    /// <summary>A binding with the bucket; <paramref name="options"/> says whether other options stand ahead of it.</summary>
    public static InputValue Binding(NodeLowering node, bool options, params InputValue[] parts) => InputValue.Interpolation.Of(
        AreKept(node) ? [.. parts, options ? "&claims=" : "?claims=", new InputValue.Reference(node.Name(Part), "bucket")] : parts);

    /// <summary>One action on the topic's payloads: the runtime puts them below the topic's id.</summary>
    public static IEnumerable<PolicyStatement> Statements(NodeLowering node, string action, string because) => !AreKept(node) ? [] :
        [new(new([action]), new([InputValue.Interpolation.Of(new InputValue.Reference(node.Name(Part), "arn"), $"/{node.Id.Name}/*")]), $"large payloads of {because}")];
}

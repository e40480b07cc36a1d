using Klotho.Analysis.Collections;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Permissions;

/// <summary>
/// What services do with the operator's key in nobody's name: who writes into an encrypted queue encrypts, and who reads files of an encrypted
/// bucket decrypts (Amazon SQS Developer Guide: Key management; Amazon CloudFront Developer Guide: Restrict access to an S3 origin, SSE-KMS; Amazon
/// EventBridge User Guide: Encrypting event buses; recalled 2026-11-22). Units and who deploys use it by their own policies.
/// </summary>
internal static class KeyUses
{
    private const string Encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

    private static readonly string[] Write = ["kms:Decrypt", "kms:GenerateDataKey"];
    private static readonly string[] Read = ["kms:Decrypt"];
    private static readonly string[] Keep = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"];

    public static EquatableArray<KeyUse> Of(ResourceGraph graph)
    {
        var encrypted = graph.Resources.Items.Where(OwnKey.Encrypts).SelectMany(Encrypted).ToHashSet();
        return graph.Resources.Items.SelectMany(resource => resource.Type.Value switch
        {
            "aws:sqs/queuePolicy:QueuePolicy" => Services(resource, "queueUrl", encrypted).Select(use => (use.Service, Actions: Write, use.For)),
            "aws:s3/bucketPolicy:BucketPolicy" => Services(resource, "bucket", encrypted).Select(use => (use.Service, Actions: Read, use.For)),
            "aws:cloudwatch/eventBus:EventBus" when encrypted.Contains(resource.Name) => [("events.amazonaws.com", Keep, resource.Name)],
            _ => Array.Empty<(string, string[], ResourceName)>(),
        })
            .GroupBy(use => use.Item1, StringComparer.Ordinal)
            .OrderBy(service => service.Key, StringComparer.Ordinal)
            .Select(service => new KeyUse(
                service.Key,
                service.SelectMany(use => use.Item2).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray(),
                service.Select(use => use.Item3.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray()))
            .ToEquatableArray();
    }

    /// <summary>A bucket's encryption is a resource beside it.</summary>
    private static IEnumerable<ResourceName> Encrypted(Resource resource) =>
        resource.Type.Value == Encryption && resource.Inputs.Find("bucket") is InputValue.Reference bucket ? [bucket.Resource] : [resource.Name];

    /// <summary>The services that the policy of something encrypted lets in.</summary>
    private static IEnumerable<(string Service, ResourceName For)> Services(Resource policy, string input, HashSet<ResourceName> encrypted) =>
        policy.Inputs.Find(input) is InputValue.Reference about && encrypted.Contains(about.Resource) && policy.Inputs.Find("policy") is InputValue.Json { Document: InputValue.Map document }
            ? PolicyText.Statements(document)
                .Where(statement => statement.Find("Effect") is InputValue.Text { Value: "Allow" })
                .SelectMany(statement => PolicyText.Texts((statement.Find("Principal") as InputValue.Map)?.Find("Service")))
                .Select(service => (service, about.Resource))
            : [];
}

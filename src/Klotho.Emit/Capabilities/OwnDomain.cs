using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// The domain name of its own that a node answers, and the certificate for it. With a hosted zone the program makes the certificate and all
/// records; without one the stack configures a certificate, and the records are up to whoever owns the domain.
/// </summary>
/// <param name="Node">The node.</param>
/// <param name="Name"><c>api.example.com</c>.</param>
/// <param name="Zone">The zone that the name is in, or null.</param>
/// <param name="Region">Where the certificate must stand; null for the stack's own region.</param>
internal sealed record OwnDomain(NodeLowering Node, string Name, string? Zone, string? Region)
{
    private const string Certified = "certificate";
    private const string Validated = "certificate-valid";
    private const long SecondsToLive = 300;

    /// <summary>The ARN of a certificate that is valid.</summary>
    public InputValue Certificate => Zone is null
        ? new InputValue.Setting($"{Node.Name()}_certificate", $"The ARN of the certificate for {Name}, in AWS Certificate Manager in {Region ?? "the stack's region"}.")
        : new InputValue.Reference(Node.Name(Validated), "certificateArn");

    /// <summary>The node's name, or null where it has only the one that the provider gives it.</summary>
    public static OwnDomain? Of(NodeLowering node, string? region = null) => node.Text("domain") is { Length: > 0 } name
        ? new(node, name, node.Text("hosted_zone") is { Length: > 0 } zone ? zone : null, region)
        : null;

    /// <summary>The certificate, which proves itself by a record in the zone.</summary>
    public IEnumerable<Resource> CertificateResources()
    {
        if (Zone is null)
        {
            yield break;
        }

        var certificate = Node.Resource(Certified, "aws:acm/certificate:Certificate", InputValue.Map.Of(
        [
            .. Place,
            new("domainName", Name),
            new("validationMethod", "DNS"),
        ]));
        InputValue.Reference Proof(string member) => certificate.Output($"domainValidationOptions[0].{member}");
        var record = Node.Resource("certificate-record", "aws:route53/record:Record", InputValue.Map.Of(
            new("zoneId", ZoneId),
            new("name", Proof("resourceRecordName")),
            new("type", Proof("resourceRecordType")),
            new("ttl", SecondsToLive),
            new("records", InputValue.List.Of(Proof("resourceRecordValue"))),
            new("allowOverwrite", true)),
            comment: "Shows the certificate authority that the domain is ours, at each renewal too.");
        yield return certificate;
        yield return record;
        yield return Node.Resource(Validated, "aws:acm/certificateValidation:CertificateValidation", InputValue.Map.Of(
        [
            .. Place,
            new("certificateArn", certificate.Output("arn")),
            new("validationRecordFqdns", InputValue.List.Of(record.Output("fqdn"))),
        ]));
    }

    /// <summary>The records that lead to what the provider calls <paramref name="target"/>.</summary>
    /// <param name="target">The provider's name for it.</param>
    /// <param name="targetZone">The provider's zone that this name is in.</param>
    /// <param name="types">The types of records: <c>A</c>, and where it also answers IPv6, <c>AAAA</c>.</param>
    public IEnumerable<Resource> Records(InputValue target, InputValue targetZone, params IEnumerable<string> types) => Zone is null ? [] :
        types.Select(type => Node.Resource(type == "A" ? "record" : $"record-{type.ToLowerInvariant()}", "aws:route53/record:Record", InputValue.Map.Of(
            new("zoneId", ZoneId),
            new("name", Name),
            new("type", type),
            new("aliases", InputValue.List.Of(InputValue.Map.Of(
                new("name", target),
                new("zoneId", targetZone),
                new("evaluateTargetHealth", false)))))));

    /// <summary>What somebody must point the name at, where the program does not.</summary>
    public IEnumerable<StackOutput> Outputs(InputValue target) =>
        Zone is null ? [new($"{Node.Name()}-target", target, $"What {Name} must be an alias or a CNAME of.")] : [];

    private InputValue.Lookup ZoneId => new(
        new("aws:route53/getZone:getZone"), "zoneId", Arguments: InputValue.Map.Of(new InputValue.Entry("name", Zone ?? "")), Label: $"{Node.Name()}-zone");

    private IEnumerable<InputValue.Entry> Place => Region is null ? [] : [new("region", Region)];
}

using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>The domain name of one's own that a gateway answers, and the certificate for it.</summary>
/// <param name="Domain"><c>api.example.com</c>.</param>
/// <param name="Certificate">The ARN of the certificate.</param>
internal sealed record GatewayName(InputValue Domain, InputValue Certificate)
{
    /// <summary>The gateway's name, or null where it has only the one that the provider gives it.</summary>
    public static GatewayName? Of(NodeLowering node) => node.Text("domain") is { Length: > 0 } domain
        ? new(domain, new InputValue.Setting(
            $"{node.Name()}_certificate", $"The ARN of the certificate for {domain}, in AWS Certificate Manager in the stack's region."))
        : null;
}

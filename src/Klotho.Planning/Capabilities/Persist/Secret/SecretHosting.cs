using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.Persist.Secret;

/// <summary>How secrets are hosted.</summary>
public static class SecretHosting
{
    public static readonly HostedCapability Capability = new(
        Kind: new("secret"),
        Section: new(["persisted", "secret"]),
        Noun: "secrets",
        Description: "How each secret is hosted, by its id.",
        Candidates: new([new SecretsManagerCandidate(), new SecureParameterCandidate(), new KubernetesSecretCandidate()]))
    {
        Aspects = Aspects.KeepsData | Aspects.InNetwork,
    };
}

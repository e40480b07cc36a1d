using Klotho.Planning.Capabilities.Persist.Secret;

namespace Klotho.Emit.Capabilities.Persist.Secret;

/// <summary>Secrets from planning to emission.</summary>
public static class SecretCapability
{
    public static readonly Capability Capability = new(
        SecretHosting.Capability,
        new([new SecretsManagerLowering(), new SecureParameterLowering(), new KubernetesSecretLowering()]),
        new("Secret", NodeShape.Note, "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v10H5zM12 15v3", "#b0413e", HoldsState: true));
}

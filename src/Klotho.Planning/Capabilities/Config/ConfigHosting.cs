using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.Config;

/// <summary>How configuration values are hosted.</summary>
public static class ConfigHosting
{
    public static readonly HostedCapability Capability = new(
        Kind: new("config"),
        Section: new(["config"]),
        Noun: "configuration values",
        Description: "How each configuration value is hosted, by its id.",
        Candidates: new([new ParameterStoreCandidate(), new ConfigMapCandidate()]));
}

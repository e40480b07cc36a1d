using Klotho.Planning.Capabilities.Config;

namespace Klotho.Emit.Capabilities.Config;

/// <summary>Configuration values from planning to emission.</summary>
public static class ConfigCapability
{
    public static readonly Capability Capability = new(
        ConfigHosting.Capability,
        new([new ParameterStoreLowering(), new ConfigMapLowering()]),
        new("Setting", NodeShape.Note, "M4 7h10M18 7h2M4 17h2M10 17h10M14 4v6M6 14v6", "#6b6b6b"));
}

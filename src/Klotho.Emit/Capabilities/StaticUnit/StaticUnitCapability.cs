using Klotho.Planning.Capabilities.StaticUnit;

namespace Klotho.Emit.Capabilities.StaticUnit;

/// <summary>Static units from planning to emission.</summary>
public static class StaticUnitCapability
{
    public static readonly Capability Capability = new(
        StaticUnitHosting.Capability,
        new([new CloudFrontLowering(), new WebServerLowering()]),
        new("Site", NodeShape.Hexagon, "M4 5h16v14H4zM4 9h16", "#2c7fb8"));
}

using Klotho.Planning.Capabilities.Expose;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>Gateways from planning to emission.</summary>
public static class ExposeCapability
{
    public static readonly Capability Capability = new(
        ExposeHosting.Capability,
        new([new ApiGatewayLowering(), new AlbLowering(), new IngressLowering()]),
        new("Gateway", NodeShape.Hexagon, "M4 12h14M13 6l6 6-6 6", "#6a4bb5"));
}

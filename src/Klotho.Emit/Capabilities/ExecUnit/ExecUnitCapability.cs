using Klotho.Planning.Capabilities.ExecUnit;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>Execution units from planning to emission.</summary>
public static class ExecUnitCapability
{
    public static readonly Capability Capability = new(
        ExecUnitHosting.Capability,
        new([new LambdaLowering(), new FargateLowering(), new KubernetesLowering()]),
        new("Unit", NodeShape.Box, "M9 7l-5 5 5 5M15 7l5 5-5 5", "#d9822b"));
}

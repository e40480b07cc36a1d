using Klotho.Analysis.Collections;

namespace Klotho.Planning.Requirements;

/// <summary>The one ordered list of the kinds of requirements: a new one is a line here and a file.</summary>
public static class RequirementCatalogue
{
    public static readonly EquatableArray<RequirementKind> All = new(
    [
        LatencyRequirement.Kind,
        TrafficRequirements.Kind,
        AvailabilityRequirement.Kind,
        MonthlyCostRequirement.Kind,
        DurabilityRequirements.Kind,
        DataResidencyRequirement.Kind,
        RegionsRequirement.Kind,
        ScaleToZeroRequirement.Kind,
        ColdStartRequirement.Kind,
        MaxDurationRequirement.Kind,
        MemoryRequirement.Kind,
        PortabilityRequirement.Kind,
        NetworkRequirement.Kind,
        ComplianceRequirements.Kind,
    ]);
}

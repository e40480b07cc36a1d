using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Schedule;

/// <summary>The runtime declaration of a schedule.</summary>
internal static class ScheduleWiring
{
    public static string Declaration(CapabilityUse use) => "";
}

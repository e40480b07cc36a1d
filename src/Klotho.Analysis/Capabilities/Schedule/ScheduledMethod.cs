using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Schedule;

/// <summary>A method that runs on a schedule.</summary>
public sealed record ScheduledMethod(ScheduleNode Schedule, SourceLocation Location, HandlerMethod Handler) : CapabilityUse(Schedule, Location);

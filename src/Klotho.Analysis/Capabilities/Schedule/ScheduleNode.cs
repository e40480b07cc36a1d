using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.Schedule;

/// <summary>A method that runs at the times of a cron expression (five fields, UTC).</summary>
public sealed record ScheduleNode(NodeId Id, EquatableArray<SourceLocation> Locations, string Cron, string Handler) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("schedule");

    public override IEnumerable<NodeProperty> Properties => [new("cron", Cron), new("handler", Handler)];
}

using Klotho.Planning.Choices;

namespace Klotho.Planning.Conflicts;

/// <summary>A smallest set of lines that no plan obeys together, and what would mend it: the nearest first.</summary>
internal sealed record Conflict(IReadOnlyList<PlanLine> Lines, IReadOnlyList<Repair> Repairs);

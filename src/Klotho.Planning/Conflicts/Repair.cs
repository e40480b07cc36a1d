using Klotho.Planning.Choices;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Conflicts;

/// <summary>A change of one line with which a plan exists.</summary>
/// <param name="Line">The line.</param>
/// <param name="Instead">What it would have to say, or null where it would have to go.</param>
/// <param name="Rank">What kind of change it is: the lower, the nearer.</param>
/// <param name="Gap">How far that is from what it says, as a part of it.</param>
/// <param name="Cost">What the plan costs then.</param>
internal sealed record Repair(PlanLine Line, string? Instead, int Rank, decimal Gap, Money Cost);

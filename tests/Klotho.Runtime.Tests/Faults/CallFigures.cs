namespace Klotho.Runtime.Tests.Faults;

/// <summary>What became of calls between units under faults.</summary>
internal sealed record CallFigures
{
    public required FaultPlan Plan { get; init; }

    public required int Faults { get; init; }

    public required int Kills { get; init; }

    /// <summary>How many of the killed processes had a call in hand.</summary>
    public required int KilledInTheMiddle { get; init; }

    public required int Answered { get; init; }

    /// <summary>How many calls failed with an error; what has a key is called again with it until it is answered.</summary>
    public required int Failed { get; init; }

    /// <summary>How often a method that may run twice was run beyond once for each number.</summary>
    public required int Repeated { get; init; }

    /// <summary>How many calls were run more than once that may not, or have led to two entries.</summary>
    public required int Twice { get; init; }

    /// <summary>How many answers were wrong, or told of what was not done.</summary>
    public required int Wrong { get; init; }

    /// <summary>The longest that a call took until it was answered or failed.</summary>
    public required TimeSpan Longest { get; init; }

    public required long PeakMemory { get; init; }

    public required TimeSpan Took { get; init; }

    public override string ToString() => FormattableString.Invariant(
        $"| {Plan.Seed} | {Plan.Messages:N0} | {Faults:N0} | {Kills:N0} ({KilledInTheMiddle:N0}) | {Answered:N0} | {Failed:N0} | {Repeated:N0} | {Twice} | {Wrong} | {Longest.TotalSeconds:N1} s | {PeakMemory / 1048576:N0} MB | {Took.TotalSeconds:N0} s |");
}

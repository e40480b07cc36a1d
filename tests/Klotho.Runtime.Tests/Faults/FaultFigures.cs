namespace Klotho.Runtime.Tests.Faults;

/// <summary>What became of an application under faults.</summary>
internal sealed record FaultFigures
{
    public required string Stack { get; init; }

    public required FaultPlan Plan { get; init; }

    /// <summary>How many publishes failed and were tried again.</summary>
    public required int FailedPublishes { get; init; }

    /// <summary>How many requests, or parts of streams, met a fault.</summary>
    public required int Faults { get; init; }

    public required int Deliveries { get; init; }

    public required int Duplicates { get; init; }

    public required int Repeated { get; init; }

    public required int Untolerated { get; init; }

    /// <summary>How many parcels were begun before the one ahead of them in their lane was done, where their order is kept.</summary>
    public required int OutOfTurn { get; init; }

    public required int Lost { get; init; }

    public required int HalfWritten { get; init; }

    /// <summary>How many of the killed processes had a message in hand.</summary>
    public required int KilledInTheMiddle { get; init; }

    public required int Kills { get; init; }

    /// <summary>The most that a worker took, in bytes.</summary>
    public required long PeakMemory { get; init; }

    public required TimeSpan Took { get; init; }

    public override string ToString() => FormattableString.Invariant(
        $"| {Stack} | {Plan.Seed} | {Plan.Messages:N0} | {FailedPublishes:N0} | {Faults:N0} | {Kills:N0} ({KilledInTheMiddle:N0}) | {Deliveries:N0} | {Duplicates:N0} | {Repeated:N0} | {Untolerated} | {Lost} | {HalfWritten} | {PeakMemory / 1048576:N0} MB | {Took.TotalSeconds:N0} s |");
}

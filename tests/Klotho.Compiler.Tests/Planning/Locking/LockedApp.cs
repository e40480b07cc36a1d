using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Planning;
using Klotho.Planning.Configuration;
using Klotho.Planning.Differences;
using Klotho.Planning.Locking;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Planning.Locking;

/// <summary>An application as it is compiled again and again: each time held against the lock of the time before.</summary>
internal sealed class LockedApp
{
    private static readonly AppCache Analyses = new();

    /// <summary>The text of its lock file; null before the first compile.</summary>
    public string? LockText { get; private set; }

    public PlanLock Lock => Read().Lock ?? PlanLock.Empty;

    /// <summary>Writes what a compile would write, or fails where it would refuse.</summary>
    public LockedApp Compile(string program, string yaml = "")
    {
        var succession = Plan(program, yaml);
        Assert.Empty(succession.Diagnostics.Items.Where(found => found.Rule.Severity == Severity.Error).Select(found => found.Message));
        LockText = LockWriter.Print(succession.Lock);
        return this;
    }

    /// <summary>Accepts a change as the command line does.</summary>
    public LockedApp Accept(string change, string reason = "meant")
    {
        LockText = LockWriter.Print(LockAcceptance.Of(Lock, [new(change)], reason));
        return this;
    }

    /// <summary>What a compile would find.</summary>
    public Succession Plan(string program, string yaml = "") =>
        LockSuccession.Run(Read(), PlanOf(program, yaml, Lock), TestCatalogue.Shipped);

    /// <summary>The one error of a plan that cannot be made.</summary>
    public KlothoDiagnostic Conflict(string program, string yaml)
    {
        var result = Planner.Run(Input(program, yaml, Lock) with { LockPlaces = Read().Places });
        return Assert.Single(result.Diagnostics.Items, found => found.Rule.Severity == Severity.Error);
    }

    public static Plan PlanOf(string program, string yaml, PlanLock locked)
    {
        var result = Planner.Run(Input(program, yaml, locked));
        Assert.Empty(result.Diagnostics.Items.Where(found => found.Rule.Severity == Severity.Error).Select(found => found.Message));
        Assert.NotNull(result.Plan);
        return result.Plan;
    }

    private static PlanInput Input(string program, string yaml, PlanLock locked)
    {
        var files = yaml.Length == 0 ? [] : new[] { new ConfigurationFile(new("klotho.yaml"), yaml) };
        return new(Analyses.Graph(program), files.ToEquatableArray(), TestCatalogue.Shipped) { Lock = locked };
    }

    private LockReading Read()
    {
        var reading = LockText is null ? LockReading.None : LockReader.Run(new("klotho.lock.json"), LockText);
        Assert.Empty(reading.Diagnostics.Items.Select(found => found.Message));
        return reading;
    }
}

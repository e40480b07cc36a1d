using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>One difference of two plans.</summary>
/// <param name="Id">Its name, by which it is accepted.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Subject">What it happens to: <c>kv:slides</c>, <c>exec_unit:main uses kv:slides</c>.</param>
/// <param name="Before">How it was, in a few words; empty where it was not.</param>
/// <param name="After">How it is; empty where it is no more.</param>
public sealed record PlanChange(ChangeId Id, ChangeArea Area, ChangeKind Kind, string Subject, string Before, string After)
{
    public ChangeEffects Effects { get; init; }

    /// <summary>What follows, as a sentence; empty where nothing worth saying does.</summary>
    public string Consequence { get; init; } = "";

    /// <summary>The single things of which the change consists: places of a schema that break.</summary>
    public EquatableArray<string> Details { get; init; }

    /// <summary>The node in the earlier plan, where the change is about one.</summary>
    public NodeId? OldNode { get; init; }

    /// <summary>The node in the later plan.</summary>
    public NodeId? NewNode { get; init; }

    /// <summary>Where it shows: in the code or in klotho.yaml, then in the lock file.</summary>
    public EquatableArray<SourceLocation> Locations { get; init; }

    /// <summary>Who accepted it is known to version control; this says why.</summary>
    public AcceptedChange? Acceptance { get; init; }

    /// <summary>Whether it is refused until somebody accepts it.</summary>
    public bool NeedsAcceptance => (Effects & (ChangeEffects.Destructive | ChangeEffects.Breaking)) != 0;

    public bool IsRefused => NeedsAcceptance && Acceptance is null;
}

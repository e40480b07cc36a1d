using Klotho.Analysis.Graph;
using Klotho.Planning.Keys;
using Klotho.Planning.Locking;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Choices;

/// <summary>One line that a plan must obey; leaving it out leaves the planner more ways.</summary>
internal abstract record PlanLine
{
    /// <summary>Where it is written.</summary>
    public abstract SourceLocation Location { get; }

    /// <summary>How a message names it: its dotted key and value.</summary>
    public abstract string Text { get; }

    /// <summary>A line of <c>requirements</c>.</summary>
    public sealed record Asked(Requirement Requirement) : PlanLine
    {
        public override SourceLocation Location => Requirement.Location;

        public override string Text => $"{Requirement.Path}: {Requirement.Value}";
    }

    /// <summary>A directive: a type or a parameter.</summary>
    public sealed record Directed(Setting Setting) : PlanLine
    {
        public override SourceLocation Location => Setting.Location;

        public override string Text => $"{Setting.Path}: {Setting.Value}";
    }

    /// <summary>What the lock file says of a node that holds data.</summary>
    public sealed record Locked(LockedNode Node, SourceLocation? Entry) : PlanLine
    {
        /// <summary>The node's entry, or the head of the file where nobody said which file was read.</summary>
        public override SourceLocation Location => Entry ?? new(new("klotho.lock.json"), 1, 1, 1, 1);

        public override string Text => $"{Node.Id} is hosted as {Node.Type}";
    }
}

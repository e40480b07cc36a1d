namespace Klotho.Analysis.Fixes;

/// <summary>One edit that mends what a diagnostic shows.</summary>
/// <param name="Title">What the IDE offers, as an order.</param>
/// <param name="Changes">What it changes. Of two at one place the first stands before the second.</param>
internal sealed record CodeEdit(string Title, IReadOnlyList<CodeChange> Changes)
{
    public CodeEdit(string title, params CodeChange[] changes) : this(title, (IReadOnlyList<CodeChange>)changes)
    {
    }

    /// <summary>What is declared otherwise after it: files that name it have to stand, too.</summary>
    public IReadOnlyList<string> Redeclared { get; init; } = [];
}

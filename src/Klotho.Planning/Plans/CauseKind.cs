namespace Klotho.Planning.Plans;

/// <summary>What kind of thing led to a decision.</summary>
public enum CauseKind
{
    /// <summary>The code asks for the capability.</summary>
    Code,

    /// <summary>A line of <c>requirements</c> left nothing cheaper.</summary>
    Requirement,

    /// <summary>A line of klotho.yaml asks for it.</summary>
    Directive,

    /// <summary>The lock file holds it.</summary>
    Lock,

    /// <summary>It costs least.</summary>
    Cost,

    /// <summary>It stands first in the catalogue, and nothing is better by enough.</summary>
    Default,

    /// <summary>The hosts of other nodes leave nothing cheaper.</summary>
    Neighbour,
}

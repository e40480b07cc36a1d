namespace Klotho.Planning.Plans;

/// <summary>What speaks against an alternative.</summary>
public enum RejectionKind
{
    /// <summary>It costs more, or not enough less.</summary>
    Cost,

    /// <summary>A requirement is not met by it.</summary>
    Requirement,

    /// <summary>A line of klotho.yaml asks for another type, or for parameters that it doesn't take.</summary>
    Directive,

    /// <summary>It cannot do what the code asks of the node.</summary>
    Code,

    /// <summary>It cannot stand beside the host of another node.</summary>
    Neighbour,

    /// <summary>The lock file holds another type.</summary>
    Lock,

    /// <summary>It is cheaper, but is taken only where somebody asks for it or nothing else will do.</summary>
    Reserved,

    /// <summary>This version cannot emit it.</summary>
    NotEmitted,
}

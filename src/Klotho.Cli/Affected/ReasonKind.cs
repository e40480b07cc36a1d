namespace Klotho.Cli.Affected;

/// <summary>What changed of a unit.</summary>
internal enum ReasonKind
{
    /// <summary>A file that it is made of.</summary>
    Code,

    /// <summary>How it, or something that it touches, is hosted.</summary>
    Configuration,

    /// <summary>What is sent to it or kept where it reads and writes.</summary>
    Contract,
}

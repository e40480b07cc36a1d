namespace Klotho.Planning.Catalogue;

/// <summary>
/// What is true of every node of a capability, so that a requirement can say where it means something without naming
/// capabilities.
/// </summary>
[Flags]
public enum Aspects
{
    /// <summary>Only what holds for anything: price, availability, portability, costs while unused.</summary>
    None = 0,

    /// <summary>It runs the application's code.</summary>
    RunsCode = 1,

    /// <summary>It takes part in answering requests and messages, so that traffic and latency are its own.</summary>
    Serves = 2,

    /// <summary>It keeps data that can be lost, or that may exist already.</summary>
    KeepsData = 4,

    /// <summary>It can stand in a private network.</summary>
    InNetwork = 8,

    /// <summary>It writes logs.</summary>
    WritesLogs = 16,
}

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>What becomes of a unit's code when it is published.</summary>
public enum PublishMode
{
    /// <summary>Compiled ahead of time, with what the runtime needs to compile it anew.</summary>
    ReadyToRun,

    /// <summary>That, without what nothing reaches, and with the runtime's own code in the image.</summary>
    Trimmed,

    /// <summary>A native program.</summary>
    NativeAot,
}

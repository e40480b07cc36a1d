using Klotho.Analysis.Collections;
using Klotho.Planning.Capabilities.ExecUnit;

namespace Klotho.Emit.Containers;

/// <summary>A final stage of the Dockerfile.</summary>
/// <param name="Unit">The unit's id, which is the stage's name.</param>
/// <param name="Packages">Operating system packages that only this unit needs, sorted.</param>
public sealed record UnitImage(string Unit, EquatableArray<string> Packages)
{
    /// <summary>What becomes of the application's code.</summary>
    public PublishMode Mode { get; init; } = PublishMode.ReadyToRun;

    /// <summary>The settings that must bind what the unit uses, sorted.</summary>
    public EquatableArray<string> Uses { get; init; } = EquatableArray<string>.Empty;

    /// <summary>What a process of the image finds in its environment, by name.</summary>
    public IEnumerable<(string Name, string Value)> Variables =>
        Uses.Count == 0 ? [("Klotho__Unit", Unit)] : [("Klotho__Unit", Unit), ("Klotho__Uses", string.Join(',', Uses.Items))];

    /// <summary>Whether the unit's host runs a command in the image, as a health check does.</summary>
    public bool NeedsShell { get; init; }

    /// <summary>Whether the AWS Lambda Web Adapter is in it, which starts on Lambda alone.</summary>
    public bool HasWebAdapter { get; init; }

    /// <summary>Whether it has a whole system below it, with a shell, or only what the process itself needs.</summary>
    public bool HasSystem => Packages.Count > 0 || NeedsShell;
}

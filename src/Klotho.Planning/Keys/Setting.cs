using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Keys;

/// <summary>
/// A value that a file gives to a key. <paramref name="Path"/> is the dotted key from the root of the file;
/// <paramref name="KeyLocation"/> is the place of its last part, <paramref name="Location"/> that of the value.
/// </summary>
public sealed record Setting(string Path, ParameterValue Value, SourceLocation KeyLocation, SourceLocation Location)
{
    /// <summary>The option of the command line that sets it, where it is not a line of a file.</summary>
    public string? Option { get; init; }

    public Origin Origin => Option is null ? new Origin.Written(Location) : new Origin.CommandLine(Option);

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];
}

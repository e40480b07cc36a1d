using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Keys;

/// <summary>
/// A value that a file gives to a key. <paramref name="Path"/> is the dotted key from the root of the file;
/// <paramref name="KeyLocation"/> is the place of its last part, <paramref name="Location"/> that of the value.
/// </summary>
public sealed record Setting(string Path, ParameterValue Value, SourceLocation KeyLocation, SourceLocation Location)
{
    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];
}

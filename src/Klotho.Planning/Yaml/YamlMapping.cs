using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Yaml;

/// <summary>Keys with values, in the order of the file; each key stands once.</summary>
public sealed record YamlMapping(SourceLocation Location, EquatableArray<YamlEntry> Entries) : YamlNode(Location)
{
    public override string Describe() => "a mapping";
}

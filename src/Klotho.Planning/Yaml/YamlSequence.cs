using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Yaml;

/// <summary>A list, in the order of the file.</summary>
public sealed record YamlSequence(SourceLocation Location, EquatableArray<YamlNode> Items) : YamlNode(Location)
{
    public override string Describe() => "a list";
}

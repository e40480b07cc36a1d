using Klotho.Analysis.Graph;

namespace Klotho.Planning.Yaml;

/// <summary>A list. No key of klotho.yaml takes one, so its items are not kept.</summary>
public sealed record YamlSequence(SourceLocation Location) : YamlNode(Location)
{
    public override string Describe() => "a list";
}

using Klotho.Analysis.Graph;

namespace Klotho.Planning.Yaml;

/// <summary>A value of a YAML file with its exact place.</summary>
public abstract record YamlNode(SourceLocation Location)
{
    /// <summary>What it is, in a sentence: <c>a list</c>.</summary>
    public abstract string Describe();
}

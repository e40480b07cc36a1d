using Klotho.Analysis.Graph;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>A key's dotted path from the root (empty for the root) and where it stands.</summary>
public sealed record KeyPlace(string Path, SourceLocation Location)
{
    /// <summary>How a sentence names the mapping under this key.</summary>
    public string Title => Path.Length == 0 ? "klotho.yaml" : $"`{Path}`";

    public KeyPlace Under(YamlScalar key) => new(Path.Length == 0 ? key.Text : $"{Path}.{key.Text}", key.Location);
}

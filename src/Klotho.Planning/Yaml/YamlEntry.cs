namespace Klotho.Planning.Yaml;

/// <summary>One key of a mapping and its value.</summary>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);

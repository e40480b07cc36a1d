using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>
/// What may stand under a key of klotho.yaml. One tree of these both checks the file and writes its JSON Schema, so
/// that an editor and the compiler never disagree.
/// </summary>
public abstract record KeySpec(string Description)
{
    /// <summary>Reports what is wrong with the value and collects what it sets.</summary>
    public abstract void Check(KeyPlace place, YamlNode value, KeyFindings findings);

    /// <summary>Writes the schema's members into the object that the caller has begun.</summary>
    public abstract void WriteSchema(SchemaWriter schema);
}

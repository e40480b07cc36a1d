using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>A key that Klotho's users know and that this version cannot honour; saying so beats calling it unknown.</summary>
public sealed record UnsupportedKey(string Instead) : KeySpec("Not supported yet.")
{
    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings) =>
        findings.Diagnostics.Add(KeyRules.NotSupportedYet.At(place.Location, place.Path, Instead));

    /// <summary>Schemas leave it out (its mapping asks), so that editors refuse it and don't offer it.</summary>
    public override void WriteSchema(SchemaWriter schema)
    {
    }
}

using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>What checking one file against the model gathers, in the order of the file.</summary>
public sealed class KeyFindings
{
    public List<Setting> Settings { get; } = [];

    public List<Mention> Mentions { get; } = [];

    public List<EnvironmentFindings> Environments { get; } = [];

    public List<KlothoDiagnostic> Diagnostics { get; } = [];

    /// <summary>The mapping's entries; none where nothing stands there; null, with a diagnostic, where something else does.</summary>
    public IReadOnlyList<YamlEntry>? Entries(KeyPlace place, YamlNode value)
    {
        if (value is YamlMapping mapping)
        {
            return mapping.Entries;
        }

        if (value is YamlScalar { IsNothing: true })
        {
            return [];
        }

        WrongKind(place, value, "a mapping", "Write keys below it, indented.");
        return null;
    }

    public void WrongKind(KeyPlace place, YamlNode value, string wanted, string mending) =>
        Diagnostics.Add(KeyRules.WrongKind.At(Shown(place, value), place.Path.Length == 0 ? "klotho.yaml" : place.Path, wanted, value.Describe(), mending));

    /// <summary>A value that spans lines or that is not there is best shown by its key.</summary>
    private static SourceLocation Shown(KeyPlace place, YamlNode value) =>
        value is YamlScalar { IsNothing: false } || place.Path.Length == 0 ? value.Location : place.Location;
}

using System.Text.RegularExpressions;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>What differs by environment: by its name, the same keys as at the top. Each is checked, whichever is compiled for.</summary>
public sealed record EnvironmentsKey(KeySpec Inside) : KeySpec("What differs by environment; `--env NAME` chooses one.")
{
    /// <summary>A name can be part of a file's name.</summary>
    public static readonly TextPattern Name = new("^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$", "letters, digits, hyphens and underscores, at most 40, beginning with a letter or digit");

    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        foreach (var entry in findings.Entries(place, value) ?? [])
        {
            var under = place.Under(entry.Key);
            if (!Regex.IsMatch(entry.Key.Text, Name.Regex, RegexOptions.CultureInvariant) || entry.Key.Text.EndsWith('\n'))
            {
                findings.Diagnostics.Add(KeyRules.NotAllowed.At(entry.Key.Location, place.Path, entry.Key.Text, Name.Meaning));
                continue;
            }

            var found = new KeyFindings();
            Inside.Check(under, entry.Value, found);
            findings.Diagnostics.AddRange(found.Diagnostics);
            findings.Mentions.AddRange(found.Mentions);
            findings.Environments.Add(new(entry.Key.Text, entry.Key.Location, found.Settings
                .Select(setting => setting with { Path = setting.Path[(under.Path.Length + 1)..] }).ToList()));
        }
    }

    public override void WriteSchema(SchemaWriter schema) => schema.NamedEntries(Description, Name.Regex, Inside);
}

using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Configuration;

/// <summary>
/// Reads klotho.yaml (and overlays, in order of rising precedence) against the model that the catalogue gives. Needs
/// no graph, so that the command line can learn <c>path</c> and <c>out_dir</c> before there is one.
/// </summary>
public static class ConfigurationReader
{
    public static ConfigurationResult Run(EquatableArray<ConfigurationFile> files, PlanningCatalogue catalogue)
    {
        var model = ConfigurationModel.Of(catalogue);
        var findings = files.Items.Select(file => Read(file, model)).ToArray();
        return new(
            new(Merge(findings), findings.SelectMany(found => found.Mentions).ToEquatableArray()),
            findings.SelectMany(found => found.Diagnostics.OrderBy(diagnostic => diagnostic.Location)).ToEquatableArray());
    }

    private static KeyFindings Read(ConfigurationFile file, MappingKey model)
    {
        var findings = new KeyFindings();
        var yaml = YamlReader.Run(file.Path, file.Text);
        findings.Diagnostics.AddRange(yaml.Diagnostics);
        if (yaml.Root is { } root && yaml.Diagnostics.Items.All(LeavesValuesReadable))
        {
            model.Check(new KeyPlace("", root.Location), root, findings);
        }

        return findings;
    }

    /// <summary>After any other mistake, complaints about keys and values could be about something nobody wrote.</summary>
    private static bool LeavesValuesReadable(KlothoDiagnostic diagnostic) =>
        diagnostic.Rule == YamlRules.DuplicateKey || diagnostic.Rule == YamlRules.SeveralDocuments;

    private static EquatableArray<Setting> Merge(IEnumerable<KeyFindings> findings)
    {
        var merged = new Dictionary<string, Setting>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var setting in findings.SelectMany(found => found.Settings))
        {
            if (!merged.ContainsKey(setting.Path))
            {
                order.Add(setting.Path);
            }

            merged[setting.Path] = setting;
        }

        return order.Select(path => merged[path]).ToEquatableArray();
    }
}

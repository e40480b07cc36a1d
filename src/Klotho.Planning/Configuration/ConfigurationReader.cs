using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Requirements;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Configuration;

/// <summary>
/// Reads klotho.yaml (and overlays, in order of rising precedence) against the model that the catalogue gives. Needs
/// no graph, so that the command line can learn <c>path</c> and <c>out_dir</c> before there is one.
/// </summary>
public static class ConfigurationReader
{
    public static ConfigurationResult Run(EquatableArray<ConfigurationFile> files, PlanningCatalogue catalogue) =>
        Run(new ConfigurationInput(files, catalogue));

    public static ConfigurationResult Run(ConfigurationInput input)
    {
        var model = ConfigurationModel.Of(input.Catalogue);
        KeyFindings[] findings =
        [
            .. input.Files.Items.Select(file => Read(file, model)),
            .. input.Overrides.Items.Select(text => OverrideReader.Run(text, model)),
        ];
        var settings = Merge(findings.SelectMany(found => Layers(found, input.Environment)));
        var configuration = new KlothoConfiguration(settings, findings.SelectMany(found => found.Mentions).ToEquatableArray())
        {
            Requirements = RequirementReader.Run(settings.Items, input.Catalogue),
            Imports = ImportsKey.Read(settings.Items, input.Catalogue),
            Environments = findings.SelectMany(found => found.Environments).Select(environment => environment.Name)
                .Distinct().Order(StringComparer.Ordinal).ToEquatableArray(),
        };
        return new(configuration, findings
            .SelectMany(found => found.Diagnostics.OrderBy(diagnostic => diagnostic.Location))
            .Concat(RequirementCheck.Run(configuration.Requirements.Items))
            .Concat(RegionCheck.Run(configuration))
            .ToEquatableArray());
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

        findings.Diagnostics.AddRange(findings.Environments.Select(environment => environment.Settings).Prepend(findings.Settings).SelectMany(SetTwice));
        return findings;
    }

    /// <summary>YAML refuses a key that stands twice; a node of which two sections speak has two keys for one setting.</summary>
    private static IEnumerable<KlothoDiagnostic> SetTwice(IReadOnlyList<Setting> settings) => settings
        .GroupBy(setting => setting.Path, StringComparer.Ordinal)
        .SelectMany(same => same.Skip(1).Select(second => KeyRules.SetTwice.At([second.KeyLocation, same.First().KeyLocation], same.Key)));

    /// <summary>After any other mistake, complaints about keys and values could be about something nobody wrote.</summary>
    private static bool LeavesValuesReadable(KlothoDiagnostic diagnostic) =>
        diagnostic.Rule == YamlRules.DuplicateKey || diagnostic.Rule == YamlRules.SeveralDocuments;

    /// <summary>What a file says for all environments, then what it says for the one that is compiled for.</summary>
    private static IEnumerable<Setting> Layers(KeyFindings findings, string? environment) => findings.Settings
        .Concat(findings.Environments.Where(known => known.Name == environment).SelectMany(known => known.Settings));

    private static EquatableArray<Setting> Merge(IEnumerable<Setting> settings)
    {
        var merged = new Dictionary<string, Setting>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var setting in settings)
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

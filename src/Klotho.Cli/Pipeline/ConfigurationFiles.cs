using Klotho.Analysis;
using Klotho.Analysis.Diagnostics;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Diagnostics;
using Klotho.Cli.Loading;
using Klotho.Planning.Configuration;

namespace Klotho.Cli.Pipeline;

/// <summary>Reads the operator's files: klotho.yaml, and klotho.NAME.yaml over it where an environment is named.</summary>
internal static class ConfigurationFiles
{
    private const string DefaultName = "klotho.yaml";

    public static (EquatableArray<ConfigurationFile> Files, IReadOnlyList<KlothoDiagnostic> Problems) Read(AppSelection selection, LoadedProject project)
    {
        var main = selection.ConfigFile is { } named ? Path.GetFullPath(named) : Path.Combine(project.ProjectDirectory, DefaultName);
        var wanted = new List<(string Path, string Option)>();
        if (selection.ConfigFile is not null || File.Exists(main))
        {
            wanted.Add((main, "--config"));
        }

        if (selection.Environment is { } environment)
        {
            wanted.Add((Overlay(main, environment), "--env"));
        }

        var missing = wanted.Where(file => !File.Exists(file.Path))
            .Select(file => LoadRules.ConfigurationMissing.At(FileLocation.Of(file.Path), Path.GetFileName(file.Path), file.Option));
        return (
            wanted.Where(file => File.Exists(file.Path))
                .Select(file => new ConfigurationFile(project.Root.Relative(file.Path), File.ReadAllText(file.Path))).ToEquatableArray(),
            missing.ToList());
    }

    /// <summary><c>klotho.yaml</c> and <c>prod</c> give <c>klotho.prod.yaml</c>.</summary>
    public static string Overlay(string file, string environment) =>
        Path.Combine(Path.GetDirectoryName(file) ?? "/", $"{Path.GetFileNameWithoutExtension(file)}.{environment}{Path.GetExtension(file)}");
}

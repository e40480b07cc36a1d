using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Diagnostics;
using Klotho.Emit;
using Klotho.Planning.Configuration;
using Klotho.Planning.Keys;

namespace Klotho.Cli.Pipeline;

/// <summary>
/// The operator's files as they are on the disk: klotho.yaml, and klotho.NAME.yaml over it where an environment is named
/// and has a file of its own.
/// </summary>
/// <param name="Main">The main file, whether or not it exists.</param>
/// <param name="Files">Absolute paths and texts, in order of rising precedence.</param>
/// <param name="Settings">What the files say of path, name and output; mistakes in them are reported by planning.</param>
/// <param name="Problems">Files that are named but do not exist, or are not text.</param>
internal sealed record ConfigurationSources(
    string Main,
    IReadOnlyList<(string Path, string Text)> Files,
    KlothoConfiguration Settings,
    IReadOnlyList<KlothoDiagnostic> Problems)
{
    private const string DefaultName = "klotho.yaml";

    /// <summary>The folder of the main file, to which its paths are relative.</summary>
    public string Folder => Path.GetDirectoryName(Main) ?? "/";

    /// <summary>Reads the files that the selection names, or that stand in a folder.</summary>
    public static ConfigurationSources Read(AppSelection selection, string folder)
    {
        var main = selection.ConfigFile is { } named ? Path.GetFullPath(named) : Path.Combine(folder, DefaultName);
        var overlay = selection.Environment is { } environment ? Overlay(main, environment) : null;
        string?[] existing = [File.Exists(main) ? main : null, File.Exists(overlay) ? overlay : null];
        var (files, unreadable) = ReadAll(existing.OfType<string>());
        var read = ConfigurationReader.Run(new(ForPlanning(files, SourceRoot.None), CapabilityCatalogue.All.Planning)
        {
            Environment = selection.Environment,
            Overrides = selection.Overrides.ToEquatableArray(),
        });
        var problems = unreadable.ToList();
        if (selection.ConfigFile is not null && !File.Exists(main))
        {
            problems.Add(LoadRules.ConfigurationMissing.At(FileLocation.Of(main), Path.GetFileName(main)));
        }
        else if (selection.Environment is { } name && !File.Exists(overlay) && !read.Configuration.Environments.Items.Contains(name))
        {
            problems.Add(UnknownEnvironment(name, main, read.Configuration.Environments.Items));
        }

        return new(main, files, read.Configuration, problems);
    }

    /// <summary>The files under paths relative to the application's root, the same on every machine.</summary>
    public EquatableArray<ConfigurationFile> ForPlanning(SourceRoot root) => ForPlanning(Files, root);

    /// <summary>What they would be with another text in one of them, or with one more: the main file comes first.</summary>
    public ConfigurationSources With(string file, string text) => this with
    {
        Files = Files.Any(known => known.Path == file)
            ? [.. Files.Select(known => known.Path == file ? (file, text) : known)]
            : file == Main ? [(file, text), .. Files] : [.. Files, (file, text)],
    };

    /// <summary><c>klotho.yaml</c> and <c>prod</c> give <c>klotho.prod.yaml</c>.</summary>
    public static string Overlay(string file, string environment) =>
        Path.Combine(Path.GetDirectoryName(file) ?? "/", $"{Path.GetFileNameWithoutExtension(file)}.{environment}{Path.GetExtension(file)}");

    private static KlothoDiagnostic UnknownEnvironment(string name, string main, IEnumerable<string> inFile)
    {
        var (before, after) = (Path.GetFileNameWithoutExtension(main) + ".", Path.GetExtension(main));
        var folder = Path.GetDirectoryName(main) ?? "/";
        var overlays = !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, $"{before}*{after}")
            .Select(Path.GetFileName).OfType<string>()
            .Where(file => file.Length > before.Length + after.Length)
            .Select(file => file[before.Length..^after.Length]);
        var known = inFile.Concat(overlays).Distinct().Order(StringComparer.Ordinal).ToArray();
        return LoadRules.UnknownEnvironment.At(
            FileLocation.Of(main), name, Path.GetFileName(main), Path.GetFileName(Overlay(main, name)),
            Spelling.Hint(name, known, "Write one of the two, or leave out --env."));
    }

    private static (IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<KlothoDiagnostic> Problems) ReadAll(IEnumerable<string> paths)
    {
        var files = new List<(string Path, string Text)>();
        var problems = new List<KlothoDiagnostic>();
        foreach (var path in paths)
        {
            var (text, problem) = Utf8File.Read(path);
            if (text is not null)
            {
                files.Add((path, text));
            }
            else if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        return (files, problems);
    }

    private static EquatableArray<ConfigurationFile> ForPlanning(IReadOnlyList<(string Path, string Text)> files, SourceRoot root) =>
        files.Select(file => new ConfigurationFile(
            new(root.Folder.Length > 0 ? Path.GetRelativePath(root.Folder, file.Path).Replace('\\', '/') : file.Path),
            file.Text)).ToEquatableArray();
}

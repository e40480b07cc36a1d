namespace Klotho.Cli.Loading;

/// <summary>What MSBuild says of one project at one framework (written by KlothoLoad.targets).</summary>
internal sealed record ProjectFacts(
    string Project,
    string Language,
    string TargetFramework,
    string OutputType,
    string AssemblyName,
    string TargetPath,
    string RoslynDirectory,
    string AssetsFile,
    ProjectGlobs Globs,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<string> Imports,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Arguments)
{
    public string Directory => Path.GetDirectoryName(Project) ?? "/";

    public bool IsExecutable => OutputType.Equals("Exe", StringComparison.OrdinalIgnoreCase) || OutputType.Equals("WinExe", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads every record of a run; a project reached on several ways is there once per framework.</summary>
    public static IReadOnlyList<ProjectFacts> ReadAll(string directory) =>
        System.IO.Directory.EnumerateFiles(directory, "*.facts")
            .Select(Read)
            .OrderBy(facts => facts.Project, StringComparer.Ordinal).ThenBy(facts => facts.TargetFramework, StringComparer.Ordinal)
            .DistinctBy(facts => (facts.Project, facts.TargetFramework))
            .ToList();

    private static ProjectFacts Read(string file)
    {
        var facts = File.ReadAllLines(file)
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2 && pair[1].Length > 0)
            .ToLookup(pair => pair[0], pair => pair[1]);
        return new(
            One("Project"), One("Language"), One("TargetFramework"), One("OutputType"), One("AssemblyName"), One("TargetPath"),
            One("RoslynDirectory"), One("AssetsFile"), new(Path.GetDirectoryName(One("Project")) ?? "/", facts["Excludes"].FirstOrDefault()),
            facts["Output"].Select(Path.GetFullPath).ToList(),
            facts["Import"].Select(Path.GetFullPath).Where(File.Exists).ToList(),
            facts["Reference"].Select(Path.GetFullPath).ToList(),
            File.ReadAllLines(Path.ChangeExtension(file, ".args")));

        string One(string key) => facts[key].FirstOrDefault() ?? "";
    }
}

namespace Klotho.Cli.Loading;

/// <summary>What the user names: a file, and the C# projects that it stands for (one, or those of a solution).</summary>
internal sealed record ProjectTarget(string File, IReadOnlyList<string> Projects)
{
    public bool IsSolution => !File.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    public string Directory => Path.GetDirectoryName(File) ?? "/";
}

namespace Klotho.Cli.Writing;

/// <summary>
/// An output folder and the names beside it that a compile uses. They begin with a dot, which keeps them out of the
/// globs of a .NET project around them.
/// </summary>
internal sealed record OutputPlace(string Folder)
{
    public string Parent => Path.GetDirectoryName(Folder) ?? "/";

    public string LockFile => Beside("lock");

    public string FreshFolder(string kind) => Beside($"{kind}-{Guid.NewGuid():N}");

    /// <summary>What compiles that were killed left behind.</summary>
    public IReadOnlyList<string> LeftOver(string kind) =>
        Directory.Exists(Parent) ? Directory.EnumerateDirectories(Parent, Path.GetFileName(Beside(kind + "-")) + "*").Order(StringComparer.Ordinal).ToList() : [];

    /// <summary>The folder at a path; a link to a folder stands for what it leads to.</summary>
    public static OutputPlace At(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return new(Directory.Exists(full) ? Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full);
    }

    private string Beside(string kind) => Path.Combine(Parent, $".{Path.GetFileName(Folder)}.klotho-{kind}");
}

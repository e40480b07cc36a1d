using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Graph;

/// <summary>The folder that contains every project of the application; locations are written relative to it.</summary>
public sealed record SourceRoot(string Folder)
{
    /// <summary>No root: paths stay as the compiler knows them.</summary>
    public static readonly SourceRoot None = new("");

    /// <summary>Where the compiler's locations are now, after edits since it said them; null for where it says.</summary>
    internal Func<Location, Location>? Moved { get; init; }

    public SourcePath Relative(string path)
    {
        var normal = path.Replace('\\', '/');
        var root = Folder.Replace('\\', '/').TrimEnd('/') + "/";
        return new(Folder.Length > 0 && normal.StartsWith(root, StringComparison.Ordinal) ? normal.Substring(root.Length) : normal);
    }

    /// <summary>A location of the compiler, relative to this root.</summary>
    public SourceLocation At(Location location)
    {
        var span = (Moved is { } moved ? moved(location) : location).GetLineSpan();
        return new(
            Relative(span.Path ?? ""),
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1,
            span.EndLinePosition.Character + 1);
    }
}

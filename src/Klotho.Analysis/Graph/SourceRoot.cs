using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Graph;

/// <summary>The folder that contains every project of the application; locations are written relative to it.</summary>
public sealed record SourceRoot(string Folder)
{
    /// <summary>No root: paths stay as the compiler knows them.</summary>
    public static readonly SourceRoot None = new("");

    /// <summary>No root, and locations of generated code stay in it: where the compiler's own location is looked for again.</summary>
    internal static readonly SourceRoot OfCompiler = new("") { IsOfCompiler = true };

    /// <summary>Where the compiler's locations are now, after edits since it said them; null for where it says.</summary>
    internal Func<Location, Location>? Moved { get; init; }

    private bool IsOfCompiler { get; init; }

    public SourcePath Relative(string path)
    {
        var normal = path.Replace('\\', '/');
        var root = Folder.Replace('\\', '/').TrimEnd('/') + "/";
        return new(Folder.Length > 0 && normal.StartsWith(root, StringComparison.Ordinal) ? normal.Substring(root.Length) : normal);
    }

    /// <summary>A location of the compiler, relative to this root: of generated code (a page of Razor), where somebody wrote what it was made of.</summary>
    public SourceLocation At(Location location)
    {
        var now = Moved is { } moved ? moved(location) : location;
        return (IsOfCompiler ? null : Written(now)) ?? Of(now.GetLineSpan());
    }

    /// <summary>Where a <c>#line</c> says that the code stands; the file as a whole for what a generator wrote around such code. Null where no file of this root is named.</summary>
    private SourceLocation? Written(Location location)
    {
        if (location.SourceTree is not { } tree || !tree.GetRoot().ContainsDirectives)
        {
            return null;
        }

        var span = location.GetMappedLineSpan();
        return span.HasMappedPath && tree.GetLineVisibility(location.SourceSpan.Start) != LineVisibility.Hidden && Beside(tree, span.Path) is { } path
            ? Of(new(path, span.StartLinePosition, span.EndLinePosition))
            : Checked(tree) is { } source && Beside(tree, source) is { } file ? Of(new(file, default, default(Microsoft.CodeAnalysis.Text.LinePosition))) : null;
    }

    /// <summary>The file at the top of a generated one whose content it was made of.</summary>
    private static string? Checked(SyntaxTree tree) =>
        (tree.GetRoot().GetFirstToken(includeZeroWidth: true).LeadingTrivia.Select(trivia => trivia.GetStructure()).FirstOrDefault(trivia => trivia is not null) as PragmaChecksumDirectiveTriviaSyntax)?.File.ValueText;

    /// <summary>A file that code names, where it lies below this root: files of other machines are nobody's here.</summary>
    private string? Beside(SyntaxTree tree, string path)
    {
        var normal = path.Replace('\\', '/');
        var folder = tree.FilePath.Replace('\\', '/');
        var full = Plain(normal.StartsWith("/", StringComparison.Ordinal) || normal.IndexOf(':') == 1 ? normal : folder.Substring(0, folder.LastIndexOf('/') + 1) + normal);
        return Folder.Length == 0 || Relative(full).Value != full ? full : null;
    }

    private static string Plain(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/').Where(part => part != "."))
        {
            if (part == ".." && parts.Count > 1)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    private SourceLocation Of(FileLinePositionSpan span) => new(
        Relative(span.Path ?? ""),
        span.StartLinePosition.Line + 1,
        span.StartLinePosition.Character + 1,
        span.EndLinePosition.Line + 1,
        span.EndLinePosition.Character + 1);
}

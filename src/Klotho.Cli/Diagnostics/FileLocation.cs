using Klotho.Analysis.Graph;

namespace Klotho.Cli.Diagnostics;

/// <summary>Locations for what is wrong with a file rather than with a line of it. Paths are absolute: no root is known yet.</summary>
internal static class FileLocation
{
    public static SourceLocation Of(string path) => At(path, 1, 1);

    public static SourceLocation At(string path, int line, int column) =>
        new(SourceRoot.None.Relative(path), Math.Max(line, 1), Math.Max(column, 1), Math.Max(line, 1), Math.Max(column, 1));
}

using Klotho.Cli.Processes;

namespace Klotho.Cli.Run;

/// <summary>A copy of what a build made, for processes to run from: the next build writes over the original, and they must not notice.</summary>
internal sealed class Generation(string assembly) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The application's assembly in the copy.</summary>
    public string Assembly => folder.Combine(Path.GetFileName(assembly));

    public static Generation Of(string assembly)
    {
        var generation = new Generation(assembly);
        var from = Path.GetDirectoryName(assembly) ?? "/";
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = generation.folder.Combine(Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? "/");
            File.Copy(file, copy);
        }

        return generation;
    }

    public void Dispose() => folder.Dispose();
}

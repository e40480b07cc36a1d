using Klotho.Cli.Processes;

namespace Klotho.Cli.Run;

/// <summary>A copy of what a build made, for processes to run from: the next build writes over the original, and they must not notice.</summary>
internal sealed class Generation(string assembly) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The application's assembly in the copy.</summary>
    public string Assembly => folder.Combine(Path.GetFileName(assembly));

    /// <param name="assembly">The application's assembly as a build made it.</param>
    /// <param name="compiled">What was compiled since, to stand in the place of what has the same name.</param>
    public static Generation Of(string assembly, IEnumerable<CompiledProject> compiled)
    {
        var generation = new Generation(assembly);
        var from = Path.GetDirectoryName(assembly) ?? "/";
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = generation.folder.Combine(Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? "/");
            File.Copy(file, copy);
        }

        foreach (var file in compiled.SelectMany(project => new[] { project.Assembly, Path.ChangeExtension(project.Assembly, ".pdb") }).Where(File.Exists))
        {
            File.Copy(file, generation.folder.Combine(Path.GetFileName(file)), overwrite: true);
        }

        return generation;
    }

    public void Dispose() => folder.Dispose();
}

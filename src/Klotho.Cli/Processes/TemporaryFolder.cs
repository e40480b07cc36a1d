namespace Klotho.Cli.Processes;

/// <summary>A folder below the system's temporary one, gone when disposed of.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("klotho-").FullName;

    public string Combine(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process of ours may hold a file for a moment longer; the system cleans its temporary folder.
        }
    }
}

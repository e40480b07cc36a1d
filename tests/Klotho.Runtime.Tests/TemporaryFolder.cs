namespace Klotho.Runtime.Tests;

/// <summary>A directory that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("klotho-runtime-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

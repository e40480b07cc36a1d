using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Klotho.Wiring;

/// <summary>The files of a folder that may be built, or built again, while the process runs.</summary>
internal sealed class LateFolder(string path) : IFileProvider, IDisposable
{
    private readonly Lock _lock = new();
    private PhysicalFileProvider? _files;

    public string Path { get; } = path;

    public bool Exists => Directory.Exists(Path);

    public IFileInfo GetFileInfo(string subpath) => Files?.GetFileInfo(subpath) ?? new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => Files?.GetDirectoryContents(subpath) ?? NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    public void Dispose() => _files?.Dispose();

    private PhysicalFileProvider? Files
    {
        get
        {
            lock (_lock)
            {
                return _files ??= Exists ? new PhysicalFileProvider(Path) : null;
            }
        }
    }
}

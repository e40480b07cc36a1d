using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Klotho.Drivers;

/// <summary>
/// Files in a directory that several processes share. Content is written under a name of its own; replacing the small
/// file that describes it is what makes a write happen, so that content and description always fit each other.
/// </summary>
internal sealed class FileBlobDriver(string directory, Func<string, TimeSpan, Uri>? link = null) : IBlobDriver
{
    private const int BufferBytes = 81920;

    // How often a reader may find that a file was replaced between reading its description and opening its content.
    private const int Patience = 1000;

    private readonly StripedFileLock _locks = new(Path.Combine(directory, "locks"));
    private readonly string _drafts = Path.Combine(directory, "drafts");
    private readonly string _files = Path.Combine(directory, "files");
    private readonly string _contents = Path.Combine(directory, "contents");

    public ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions options, CancellationToken cancel) =>
        WriteAsync(path, content, options, new BlobCondition(options.IfAbsent, null), cancel);

    public ValueTask<BlobInfo> ReplaceAsync(string path, string tag, Stream content, BlobWriteOptions options, CancellationToken cancel) =>
        WriteAsync(path, content, options, new BlobCondition(false, tag), cancel);

    public async ValueTask<Blob?> ReadAsync(string path, BlobRange range, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            if (await DescriptionAsync(PathOf(path), cancel) is not { } file)
            {
                return null;
            }

            if (AtomicFile.OpenRead(Path.Combine(_contents, file.Content)) is { } content)
            {
                var (start, length) = range.In(file.Info.Length);
                content.Position = start;
                return new Blob(file.Info, start + length < file.Info.Length ? new PartStream(content, length) : content, start, length);
            }
        }

        throw new InvalidDataException($"The content of '{path}' is missing from the data directory.");
    }

    public async ValueTask<BlobInfo?> StatAsync(string path, CancellationToken cancel) =>
        (await DescriptionAsync(PathOf(path), cancel))?.Info;

    public ValueTask<Uri> LinkAsync(string path, TimeSpan lifetime, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(link?.Invoke(path, lifetime) ?? throw new NotSupportedException("No process serves these files."));
    }

    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancel) => DeleteFileAsync(path, tag: null, cancel);

    public ValueTask<bool> DeleteAsync(string path, string tag, CancellationToken cancel) => DeleteFileAsync(path, tag, cancel);

    private async ValueTask<bool> DeleteFileAsync(string path, string? tag, CancellationToken cancel)
    {
        using var _ = await _locks.AcquireAsync(path, cancel);
        if (await DescriptionAsync(PathOf(path), cancel) is not { } file)
        {
            return false;
        }

        if (tag is not null)
        {
            BlobCondition.RequireToDelete(path, tag, file.Info);
        }

        File.Delete(PathOf(path));
        File.Delete(Path.Combine(_contents, file.Content));
        return true;
    }

    public async IAsyncEnumerable<BlobInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        var beginning = FileName.Escape(prefix);
        var found = new SortedDictionary<string, BlobInfo>(Utf8Order.Instance);
        foreach (var name in AtomicFile.Names(_files).Where(name => FileName.MayBegin(name, beginning)))
        {
            // A file that is deleted meanwhile is not there.
            if (await DescriptionAsync(Path.Combine(_files, name), cancel) is { } file &&
                file.Info.Path.StartsWith(prefix, StringComparison.Ordinal))
            {
                found[file.Info.Path] = file.Info;
            }
        }

        foreach (var info in found.Values)
        {
            yield return info;
        }
    }

    private async ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions options, BlobCondition condition, CancellationToken cancel)
    {
        var name = Guid.NewGuid().ToString("N");
        var draft = Path.Combine(_contents, name);
        Directory.CreateDirectory(_contents);
        string? obsolete = draft;
        try
        {
            var (length, tag) = await CopyAsync(content, draft, cancel);
            var written = new BlobFile(new BlobInfo(path, length, options.ContentType, tag), name);
            using (await _locks.AcquireAsync(path, cancel))
            {
                var before = await DescriptionAsync(PathOf(path), cancel);
                condition.Require(path, before?.Info);
                await AtomicFile.WriteAsync(PathOf(path), _drafts, written.Write(), cancel);
                obsolete = before is null ? null : Path.Combine(_contents, before.Content);
            }

            return written.Info;
        }
        finally
        {
            if (obsolete is not null)
            {
                File.Delete(obsolete);
            }
        }
    }

    private static async ValueTask<(long Length, string Tag)> CopyAsync(Stream content, string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        await file.FlushAsync(cancel);
        return (file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async ValueTask<BlobFile?> DescriptionAsync(string path, CancellationToken cancel) =>
        await AtomicFile.ReadAsync(path, cancel) is { } description ? BlobFile.Read(description) : null;

    private string PathOf(string path) => Path.Combine(_files, FileName.Of(path) + ".json");
}

using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Klotho.Drivers;

/// <summary>Files in this process's memory.</summary>
internal sealed class MemoryBlobDriver(Func<string, TimeSpan, Uri>? link = null) : IBlobDriver
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, (BlobInfo Info, byte[] Content)> _files = new(Utf8Order.Instance);

    public ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions options, CancellationToken cancel) =>
        WriteAsync(path, content, options, new BlobCondition(options.IfAbsent, null), cancel);

    public ValueTask<BlobInfo> ReplaceAsync(string path, string tag, Stream content, BlobWriteOptions options, CancellationToken cancel) =>
        WriteAsync(path, content, options, new BlobCondition(false, tag), cancel);

    public ValueTask<Blob?> ReadAsync(string path, BlobRange range, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(_files.TryGetValue(path, out var file) ? Open(file.Info, file.Content, range) : null);
        }
    }

    public ValueTask<BlobInfo?> StatAsync(string path, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(_files.TryGetValue(path, out var file) ? file.Info : null);
        }
    }

    public ValueTask<Uri> LinkAsync(string path, TimeSpan lifetime, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(link?.Invoke(path, lifetime) ?? throw new NotSupportedException("No process serves these files."));
    }

    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(_files.Remove(path));
        }
    }

    public ValueTask<bool> DeleteAsync(string path, string tag, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_files.TryGetValue(path, out var file))
            {
                BlobCondition.RequireToDelete(path, tag, file.Info);
            }

            return ValueTask.FromResult(_files.Remove(path));
        }
    }

    public async IAsyncEnumerable<BlobInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        await ValueTask.CompletedTask;
        foreach (var info in Beginning(prefix))
        {
            cancel.ThrowIfCancellationRequested();
            yield return info;
        }
    }

    private async ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions options, BlobCondition condition, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancel);
        var bytes = buffer.ToArray();
        var info = new BlobInfo(path, bytes.Length, options.ContentType, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        lock (_lock)
        {
            condition.Require(path, _files.TryGetValue(path, out var there) ? there.Info : null);
            _files[path] = (info, bytes);
        }

        return info;
    }

    private static Blob Open(BlobInfo info, byte[] content, BlobRange range)
    {
        var (start, length) = range.In(content.Length);
        return new Blob(info, new MemoryStream(content, (int)start, (int)length, writable: false), start, length);
    }

    private List<BlobInfo> Beginning(string prefix)
    {
        lock (_lock)
        {
            return [.. _files.Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(file => file.Value.Info)];
        }
    }
}

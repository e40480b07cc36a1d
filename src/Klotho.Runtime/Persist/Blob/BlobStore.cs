namespace Klotho.Drivers;

/// <summary>Files on a driver: holds paths to the limits.</summary>
internal sealed class BlobStore(IBlobDriver driver) : IBlobStore
{
    private static readonly BlobWriteOptions Defaults = new();

    public ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions? options, CancellationToken cancel)
    {
        Require(path);
        ArgumentNullException.ThrowIfNull(content);
        return driver.WriteAsync(path, content, options ?? Defaults, cancel);
    }

    public ValueTask<BlobInfo> ReplaceAsync(string path, string tag, Stream content, BlobWriteOptions? options, CancellationToken cancel)
    {
        Require(path);
        ArgumentException.ThrowIfNullOrEmpty(tag);
        ArgumentNullException.ThrowIfNull(content);
        return options?.IfAbsent == true
            ? throw new ArgumentException($"The file '{path}' cannot be absent and have a tag.", nameof(options))
            : driver.ReplaceAsync(path, tag, content, options ?? Defaults, cancel);
    }

    public ValueTask<Blob?> ReadAsync(string path, CancellationToken cancel) => ReadAsync(path, default, cancel);

    public ValueTask<Blob?> ReadAsync(string path, BlobRange range, CancellationToken cancel)
    {
        Require(path);
        return driver.ReadAsync(path, range, cancel);
    }

    public ValueTask<BlobInfo?> StatAsync(string path, CancellationToken cancel)
    {
        Require(path);
        return driver.StatAsync(path, cancel);
    }

    public ValueTask<Uri> LinkAsync(string path, TimeSpan lifetime, CancellationToken cancel)
    {
        Require(path);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, BlobLimits.MaxLinkLifetime);
        return path.Split('/').Any(segment => segment is "." or "..")
            ? throw new ArgumentException($"The file '{path}' has no link: browsers take the segments '.' and '..' out of addresses.", nameof(path))
            : driver.LinkAsync(path, lifetime, cancel);
    }

    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancel)
    {
        Require(path);
        return driver.DeleteAsync(path, cancel);
    }

    public ValueTask<bool> DeleteAsync(string path, string tag, CancellationToken cancel)
    {
        Require(path);
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return driver.DeleteAsync(path, tag, cancel);
    }

    public IAsyncEnumerable<BlobInfo> ListAsync(string prefix, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return driver.ListAsync(prefix, cancel);
    }

    private static void Require(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        KeyValueLimits.RequireText(path, nameof(path), BlobLimits.MaxPathBytes);
    }
}

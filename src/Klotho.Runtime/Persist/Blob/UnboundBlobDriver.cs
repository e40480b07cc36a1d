namespace Klotho.Drivers;

/// <summary>A blob store that is bound to nothing.</summary>
internal sealed class UnboundBlobDriver(string missing) : IBlobDriver
{
    public ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions options, CancellationToken cancel) => throw Error();

    public ValueTask<BlobInfo> ReplaceAsync(string path, string tag, Stream content, BlobWriteOptions options, CancellationToken cancel) => throw Error();

    public ValueTask<Blob?> ReadAsync(string path, BlobRange range, CancellationToken cancel) => throw Error();

    public ValueTask<BlobInfo?> StatAsync(string path, CancellationToken cancel) => throw Error();

    public ValueTask<Uri> LinkAsync(string path, TimeSpan lifetime, CancellationToken cancel) => throw Error();

    public ValueTask<bool> DeleteAsync(string path, CancellationToken cancel) => throw Error();

    public ValueTask<bool> DeleteAsync(string path, string tag, CancellationToken cancel) => throw Error();

    public IAsyncEnumerable<BlobInfo> ListAsync(string prefix, CancellationToken cancel) => throw Error();

    private InvalidOperationException Error() => new(missing);
}

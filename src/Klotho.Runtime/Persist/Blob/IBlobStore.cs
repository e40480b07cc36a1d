namespace Klotho;

/// <summary>Files under path-like names (forward slashes, at most 1024 bytes of UTF-8), streamed in and out.</summary>
public partial interface IBlobStore
{
    /// <summary>Writes a file whole: a reader sees the old content or the new one, never a mixture.</summary>
    /// <exception cref="ConcurrencyException"><see cref="BlobWriteOptions.IfAbsent"/> is set and the file exists.</exception>
    ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions? options = null, CancellationToken cancel = default);

    /// <summary>Opens a file, or null. Dispose of what is returned.</summary>
    ValueTask<Blob?> ReadAsync(string path, CancellationToken cancel = default);

    /// <summary>
    /// Opens a part of a file, or null if there is no file. Of a range that goes beyond the file's end those bytes are read that there
    /// are, none where it begins there. Dispose of what is returned.
    /// </summary>
    ValueTask<Blob?> ReadAsync(string path, BlobRange range, CancellationToken cancel = default);

    /// <summary>What is known of a file without reading it, or null.</summary>
    ValueTask<BlobInfo?> StatAsync(string path, CancellationToken cancel = default);

    /// <summary>Deletes a file; false if there was none.</summary>
    ValueTask<bool> DeleteAsync(string path, CancellationToken cancel = default);

    /// <summary>
    /// The files whose paths begin with <paramref name="prefix"/>, in ordinal order of their paths. A listing may not know
    /// media types (that of Amazon S3 does not): <see cref="BlobInfo.ContentType"/> is empty then.
    /// </summary>
    IAsyncEnumerable<BlobInfo> ListAsync(string prefix = "", CancellationToken cancel = default);
}

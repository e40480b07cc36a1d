namespace Klotho.Drivers;

/// <summary>Files on one technology. Paths are checked before a driver is called.</summary>
public interface IBlobDriver
{
    /// <summary>Writes a file whole.</summary>
    /// <exception cref="ConcurrencyException"><see cref="BlobWriteOptions.IfAbsent"/> is set and the file exists.</exception>
    ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions options, CancellationToken cancel);

    /// <summary>Opens those bytes of a range that there are, or null if there is no file. Where there are none, the content is empty.</summary>
    ValueTask<Blob?> ReadAsync(string path, BlobRange range, CancellationToken cancel);

    /// <summary>What is known of a file, or null.</summary>
    ValueTask<BlobInfo?> StatAsync(string path, CancellationToken cancel);

    /// <summary>Deletes a file; false if there was none.</summary>
    ValueTask<bool> DeleteAsync(string path, CancellationToken cancel);

    /// <summary>The files whose paths begin with <paramref name="prefix"/>, ordered by the UTF-8 bytes of their paths.</summary>
    IAsyncEnumerable<BlobInfo> ListAsync(string prefix, CancellationToken cancel);
}

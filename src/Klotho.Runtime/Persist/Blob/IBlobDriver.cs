namespace Klotho.Drivers;

/// <summary>Files on one technology. Paths are checked before a driver is called.</summary>
public interface IBlobDriver
{
    /// <summary>Writes a file whole.</summary>
    /// <exception cref="ConcurrencyException"><see cref="BlobWriteOptions.IfAbsent"/> is set and the file exists.</exception>
    ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions options, CancellationToken cancel);

    /// <summary>Writes a file whole over the one with a tag.</summary>
    /// <exception cref="ConcurrencyException">There is no file with that tag.</exception>
    /// <exception cref="NotSupportedException">The technology cannot compare and write in one step.</exception>
    ValueTask<BlobInfo> ReplaceAsync(string path, string tag, Stream content, BlobWriteOptions options, CancellationToken cancel) =>
        throw new NotSupportedException($"{GetType()} does not compare tags.");

    /// <summary>Opens those bytes of a range that there are, or null if there is no file. Where there are none, the content is empty.</summary>
    ValueTask<Blob?> ReadAsync(string path, BlobRange range, CancellationToken cancel);

    /// <summary>What is known of a file, or null.</summary>
    ValueTask<BlobInfo?> StatAsync(string path, CancellationToken cancel);

    /// <summary>An address at which whoever has it can GET the file until <paramref name="lifetime"/> is over, whether or not the file is there.</summary>
    /// <exception cref="NotSupportedException">The files have no addresses.</exception>
    ValueTask<Uri> LinkAsync(string path, TimeSpan lifetime, CancellationToken cancel) => throw new NotSupportedException($"{GetType()} has no addresses for its files.");

    /// <summary>Deletes a file; false if there was none.</summary>
    ValueTask<bool> DeleteAsync(string path, CancellationToken cancel);

    /// <summary>Deletes the file with a tag; false if there was none.</summary>
    /// <exception cref="ConcurrencyException">The file has another tag.</exception>
    /// <exception cref="NotSupportedException">The technology cannot compare and delete in one step.</exception>
    ValueTask<bool> DeleteAsync(string path, string tag, CancellationToken cancel) => throw new NotSupportedException($"{GetType()} does not compare tags.");

    /// <summary>The files whose paths begin with <paramref name="prefix"/>, ordered by the UTF-8 bytes of their paths.</summary>
    IAsyncEnumerable<BlobInfo> ListAsync(string prefix, CancellationToken cancel);
}

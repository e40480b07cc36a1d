namespace Klotho;

/// <summary>Files under path-like names (forward slashes, at most 1024 bytes of UTF-8), streamed in and out.</summary>
public partial interface IBlobStore
{
    /// <summary>Writes a file whole: a reader sees the old content or the new one, never a mixture.</summary>
    /// <exception cref="ConcurrencyException"><see cref="BlobWriteOptions.IfAbsent"/> is set and the file exists.</exception>
    ValueTask<BlobInfo> WriteAsync(string path, Stream content, BlobWriteOptions? options = null, CancellationToken cancel = default);

    /// <summary>
    /// Writes a file whole over the one that was read, and over no other. It is an operation of its own because it needs to read, too: on
    /// Amazon S3 the permission to.
    /// </summary>
    /// <param name="path">The file's path.</param>
    /// <param name="tag">The tag of the file that is there (<see cref="BlobInfo.Tag"/>).</param>
    /// <param name="content">The new content.</param>
    /// <param name="options">The new media type.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ConcurrencyException">The file has another tag, or there is none: somebody else wrote or deleted it in between.</exception>
    /// <exception cref="ArgumentException"><see cref="BlobWriteOptions.IfAbsent"/> is set: a file cannot be absent and have a tag.</exception>
    /// <exception cref="NotSupportedException">The store is not the runtime's, and cannot.</exception>
    ValueTask<BlobInfo> ReplaceAsync(string path, string tag, Stream content, BlobWriteOptions? options = null, CancellationToken cancel = default) =>
        throw new NotSupportedException($"{GetType()} does not compare tags.");

    /// <summary>Opens a file, or null. Dispose of what is returned.</summary>
    ValueTask<Blob?> ReadAsync(string path, CancellationToken cancel = default);

    /// <summary>
    /// Opens a part of a file, or null if there is no file. Of a range that goes beyond the file's end those bytes are read that there
    /// are, none where it begins there. Dispose of what is returned.
    /// </summary>
    /// <exception cref="NotSupportedException">The store is not the runtime's, and cannot.</exception>
    ValueTask<Blob?> ReadAsync(string path, BlobRange range, CancellationToken cancel = default) => throw new NotSupportedException($"{GetType()} reads whole files only.");

    /// <summary>What is known of a file without reading it, or null.</summary>
    ValueTask<BlobInfo?> StatAsync(string path, CancellationToken cancel = default);

    /// <summary>
    /// An address at which whoever has it can GET the file, or parts of it, until <paramref name="lifetime"/> is over, and do nothing else. Nothing is asked
    /// or checked when it is made: where no file is then, the address answers 404. On Amazon S3 (a presigned URL) it also ends with the credentials that it
    /// was made with: those of a role end after hours. In memory and files it leads to this process and ends with it; a deployed process makes none of these.
    /// </summary>
    /// <param name="path">The file's path.</param>
    /// <param name="lifetime">More than nothing and at most seven days; on Amazon S3 in whole seconds, and up to two longer.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lifetime"/> is none that a link may have.</exception>
    /// <exception cref="ArgumentException">A segment of the path is <c>.</c> or <c>..</c>: browsers take these out of addresses.</exception>
    /// <exception cref="NotSupportedException">The files have no addresses.</exception>
    ValueTask<Uri> LinkAsync(string path, TimeSpan lifetime, CancellationToken cancel = default) => throw new NotSupportedException($"{GetType()} has no addresses for its files.");

    /// <summary>Deletes a file; false if there was none.</summary>
    ValueTask<bool> DeleteAsync(string path, CancellationToken cancel = default);

    /// <summary>
    /// Deletes the file that was read, and no other; false if there was none, which may be so because a request that did it had to be repeated. A store that speaks
    /// the protocol of Amazon S3 and does not know <c>If-Match</c> for deletions, as Amazon's does since 2025, notices only what was written before the request
    /// (source: docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html, 2026-11-23).
    /// </summary>
    /// <param name="path">The file's path.</param>
    /// <param name="tag">The tag of the file that is there (<see cref="BlobInfo.Tag"/>).</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ConcurrencyException">The file has another tag: somebody else wrote it in between.</exception>
    /// <exception cref="NotSupportedException">The store is not the runtime's, and cannot.</exception>
    ValueTask<bool> DeleteAsync(string path, string tag, CancellationToken cancel = default) => throw new NotSupportedException($"{GetType()} does not compare tags.");

    /// <summary>
    /// The files whose paths begin with <paramref name="prefix"/>, in ordinal order of their paths. A listing may not know
    /// media types (that of Amazon S3 does not): <see cref="BlobInfo.ContentType"/> is empty then.
    /// </summary>
    IAsyncEnumerable<BlobInfo> ListAsync(string prefix = "", CancellationToken cancel = default);
}

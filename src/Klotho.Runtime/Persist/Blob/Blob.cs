namespace Klotho;

/// <summary>An opened file, or a part of one.</summary>
public sealed class Blob(BlobInfo info, Stream content, long start, long length) : IAsyncDisposable
{
    /// <summary>A file that is opened whole.</summary>
    public Blob(BlobInfo info, Stream content)
        : this(info, content, 0, (info ?? throw new ArgumentNullException(nameof(info))).Length)
    {
    }

    /// <summary>What is known of the file, also where only a part is read: <see cref="BlobInfo.Length"/> is the whole file's.</summary>
    public BlobInfo Info { get; } = info;

    /// <summary>The content of the part, read forward.</summary>
    public Stream Content { get; } = content;

    /// <summary>Where in the file <see cref="Content"/> begins, in bytes.</summary>
    public long Start { get; } = start;

    /// <summary>How many bytes <see cref="Content"/> has.</summary>
    public long Length { get; } = length;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

namespace Klotho;

/// <summary>An opened file.</summary>
public sealed class Blob(BlobInfo info, Stream content) : IAsyncDisposable
{
    /// <summary>What is known of the file.</summary>
    public BlobInfo Info { get; } = info;

    /// <summary>The content, read forward.</summary>
    public Stream Content { get; } = content;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

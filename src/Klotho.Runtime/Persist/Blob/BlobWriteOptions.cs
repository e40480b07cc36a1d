namespace Klotho;

/// <summary>How a file is written.</summary>
public sealed record BlobWriteOptions
{
    /// <summary>The media type to keep with the file. <c>application/octet-stream</c> by default.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>Write only where no file is.</summary>
    public bool IfAbsent { get; init; }
}

namespace Klotho;

/// <summary>What is known of a file. <paramref name="Length"/> is in bytes; <paramref name="Tag"/> changes with the content.</summary>
public sealed record BlobInfo(string Path, long Length, string ContentType, string Tag);

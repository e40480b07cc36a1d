using System.Security.Cryptography;

namespace Klotho.Cli.Caching;

/// <summary>
/// Entries by key. An entry begins with the checksum of the rest: a damaged one counts as none. Written aside and moved
/// into place, so that processes at the same time see the old entry or the new one. Losing an entry costs time only, so
/// a folder that cannot be read or written is no error.
/// </summary>
internal sealed class ContentCache(string? folder)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>What was written under the key, or null.</summary>
    public byte[]? Read(CacheKey key)
    {
        if (folder is null)
        {
            return null;
        }

        try
        {
            var entry = File.ReadAllBytes(EntryFile(key));
            var content = entry.AsSpan(Math.Min(entry.Length, SHA256.HashSizeInBytes));
            return SHA256.HashData(content).AsSpan().SequenceEqual(entry.AsSpan(0, entry.Length - content.Length)) ? content.ToArray() : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(CacheKey key, ReadOnlySpan<byte> content)
    {
        if (folder is null)
        {
            return;
        }

        var aside = EntryFile(key) + $".{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = File.Create(aside))
            {
                file.Write(SHA256.HashData(content));
                file.Write(content);
            }

            File.Move(aside, EntryFile(key), overwrite: true);
            Forget();
        }
        catch (Exception notWritable) when (notWritable is IOException or UnauthorizedAccessException)
        {
            // The next run does the work again.
        }
    }

    private string EntryFile(CacheKey key) => Path.Combine(folder ?? "", key.Value);

    /// <summary>Deletes what nobody has written for a month, half-written entries of killed processes among it.</summary>
    private void Forget()
    {
        var oldest = DateTime.UtcNow - Kept;
        foreach (var file in new DirectoryInfo(folder ?? "").EnumerateFiles().Where(file => file.LastWriteTimeUtc < oldest))
        {
            file.Delete();
        }
    }
}

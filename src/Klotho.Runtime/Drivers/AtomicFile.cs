namespace Klotho.Drivers;

/// <summary>Files that appear whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file by way of a temporary one in <paramref name="temporary"/>, which is on the same volume.</summary>
    public static async ValueTask WriteAsync(string path, string temporary, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        Directory.CreateDirectory(temporary);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? temporary);
        var draft = Path.Combine(temporary, Guid.NewGuid().ToString("N"));
        try
        {
            await File.WriteAllBytesAsync(draft, content, cancel);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Reads a file; null if there is none.</summary>
    public static async ValueTask<byte[]?> ReadAsync(string path, CancellationToken cancel)
    {
        await using var file = OpenRead(path);
        if (file is null)
        {
            return null;
        }

        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancel);
        return content;
    }

    /// <summary>Opens a file so that it can be replaced or deleted meanwhile; null if there is none.</summary>
    public static FileStream? OpenRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, FileOptions.Asynchronous);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Moves a file; false if somebody else moved or deleted it first.</summary>
    public static bool TryMove(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>The names in a directory; none if it does not exist.</summary>
    public static IEnumerable<string> Names(string directory) =>
        Directory.Exists(directory) ? Directory.EnumerateFiles(directory).Select(file => Path.GetFileName(file)) : [];
}

using System.Text;

namespace Klotho.Cli.Editing;

/// <summary>Writes a text file in one step: readers see the old text or the new one. A link stays a link, and the file's mode its mode.</summary>
internal static class EditedFile
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="path">The file; it need not exist.</param>
    /// <param name="before">The text that was read from it.</param>
    /// <param name="text">The text to write, without a byte order mark: a file that has one keeps it.</param>
    /// <exception cref="IOException">The file was changed meanwhile, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, string before, string text)
    {
        var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        var existing = File.Exists(target) ? File.ReadAllBytes(target) : null;
        var marked = existing.AsSpan().StartsWith(ByteOrderMark);
        if (existing is not null && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException($"'{path}' is read-only.");
        }

        if (Encoding.UTF8.GetString(existing.AsSpan(marked ? ByteOrderMark.Length : 0)) != before)
        {
            throw new IOException($"'{path}' was changed by another program meanwhile.");
        }

        var fresh = Path.Combine(Path.GetDirectoryName(target) ?? "/", $".{Path.GetFileName(target)}.{Environment.ProcessId}.new");
        try
        {
            File.WriteAllText(fresh, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: marked));
            if (existing is not null && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(fresh, File.GetUnixFileMode(target));
            }

            File.Move(fresh, target, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }
}

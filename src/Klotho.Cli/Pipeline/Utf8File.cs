using System.Buffers;
using System.Globalization;
using System.Text.Unicode;
using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Diagnostics;

namespace Klotho.Cli.Pipeline;

/// <summary>Reads a text file that must be UTF-8: read in another encoding, names in it would be others without a word.</summary>
internal static class Utf8File
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text without a byte order mark, or where the first byte is that is not UTF-8.</summary>
    public static (string? Text, KlothoDiagnostic? Problem) Read(string path)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        if (bytes.StartsWith(ByteOrderMark))
        {
            bytes = bytes[ByteOrderMark.Length..];
        }

        var characters = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, characters, out var read, out var written, replaceInvalidSequences: false);
        var text = new string(characters, 0, written);
        return status == OperationStatus.Done ? (text, null) : (null, Problem(path, text, bytes[read]));
    }

    private static KlothoDiagnostic Problem(string path, string before, byte wrong)
    {
        var place = FileLocation.At(path, before.Count(character => character == '\n') + 1, before.Length - before.LastIndexOf('\n'));
        return LoadRules.ConfigurationNotUtf8.At(place, Path.GetFileName(path), wrong.ToString("X2", CultureInfo.InvariantCulture));
    }
}

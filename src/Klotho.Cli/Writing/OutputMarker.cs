using System.Security.Cryptography;
using System.Text;
using Klotho.Emit.Output;

namespace Klotho.Cli.Writing;

/// <summary>The list, kept in the output folder, of the files that are ours, each with the SHA-256 of its text; and the digest of the input that they were made from.</summary>
internal sealed record OutputMarker(IReadOnlyDictionary<string, string> Hashes, string? Input)
{
    public const string FileName = ".klotho-output";

    private const string InputLine = "# Input: ";
    private const string Heading = "# Written by klotho: the SHA-256 and path of each file that is replaced by the next compile.";

    /// <summary>The marker of a folder, or null where the folder is not ours.</summary>
    public static OutputMarker? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        var lines = File.ReadAllLines(path);
        var hashes = lines
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split("  ", 2))
            .Where(parts => parts.Length == 2)
            .DistinctBy(parts => parts[1])
            .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
        return new(hashes, lines.FirstOrDefault(line => line.StartsWith(InputLine, StringComparison.Ordinal))?[InputLine.Length..]);
    }

    public static OutputMarker Of(OutputTree tree) =>
        new(tree.Files.Items.Where(file => !file.OwnedByUser).ToDictionary(file => file.Path.Value, file => Hash(file.Text), StringComparer.Ordinal), tree.Input.Value);

    public bool Owns(string path) => path == FileName || Hashes.ContainsKey(path);

    /// <summary>Whether the file in the folder is there and is not what we wrote. Line ends do not count: version control changes them.</summary>
    public bool IsEdited(string folder, string path) =>
        Hashes.TryGetValue(path, out var hash) && Path.Combine(folder, path) is var file && File.Exists(file) &&
        Hash(File.ReadAllText(file)) != hash;

    /// <summary>Whether a file holds a text, whatever its line ends.</summary>
    public static bool IsText(string file, string text) => Hash(File.ReadAllText(file)) == Hash(text);

    public string Text() =>
        string.Concat(Hashes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value}  {pair.Key}\n").Prepend($"{InputLine}{Input}\n").Prepend(Heading + "\n"));

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal))));
}

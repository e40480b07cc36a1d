using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Klotho.Cli.Loading;

/// <summary>
/// What a process that stays keeps from one load to the next: references with what the compiler read of them, and parsed files. Each is
/// taken again only while the file is as it was. Texts that nobody has saved yet stand before those on the disk.
/// </summary>
internal sealed class LoadMemory
{
    private readonly ConcurrentDictionary<string, (string Stamp, PortableExecutableReference Reference)> references = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Path, ParseOptions Options), SyntaxTree> trees = new();
    private readonly ConcurrentDictionary<string, string> unsaved = new(StringComparer.Ordinal);

    /// <summary>Files whose text is not the one on the disk, by their absolute paths.</summary>
    public IReadOnlyDictionary<string, string> Unsaved => unsaved;

    /// <summary>Takes a text for a file's, or with null the file's own again.</summary>
    public void Open(string path, string? text)
    {
        if (text is null)
        {
            unsaved.TryRemove(path, out _);
        }
        else
        {
            unsaved[path] = text;
        }
    }

    /// <summary>The text of a source file as the compiler would read it; null where there is none.</summary>
    public SourceText? TextOf(string path, Encoding? encoding, SourceHashAlgorithm algorithm)
    {
        if (unsaved.TryGetValue(path, out var text))
        {
            return SourceText.From(text, encoding ?? Encoding.UTF8, algorithm);
        }

        try
        {
            using var stream = File.OpenRead(path);
            return SourceText.From(stream, encoding, algorithm);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The tree of a text: the one that is known, where it has the same text.</summary>
    public SyntaxTree Parse(SourceText text, CSharpParseOptions options, string path)
    {
        var key = (path, (ParseOptions)options);
        if (trees.TryGetValue(key, out var known) && known.TryGetText(out var before) && before.ChecksumAlgorithm == text.ChecksumAlgorithm && before.ContentEquals(text))
        {
            return known;
        }

        return trees[key] = CSharpSyntaxTree.ParseText(text, options, path);
    }

    public PortableExecutableReference Reference(string path)
    {
        var stamp = PathStamps.OfFile(path);
        if (references.TryGetValue(path, out var known) && known.Stamp == stamp)
        {
            return known.Reference;
        }

        var reference = MetadataReference.CreateFromFile(path);
        references[path] = (stamp, reference);
        return reference;
    }
}

using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Sources.Edits;

/// <summary>The files of a program that were edited since its compilation, none of them so that another file can see it.</summary>
internal sealed class SourceEdits(IReadOnlyList<EditedFile> files)
{
    public static readonly SourceEdits None = new([]);

    private readonly Dictionary<SyntaxTree, EditedFile> before = files.ToDictionary(file => file.Before);
    private readonly Dictionary<SyntaxTree, EditedFile> after = files.ToDictionary(file => file.After);

    public IReadOnlyList<EditedFile> Files => files;

    /// <summary>Whether something was asked for that the edits do not tell, so that what was read is not to be used.</summary>
    public bool IsLost { get; private set; }

    /// <summary>The file that has this version now; null for any other.</summary>
    public EditedFile? Now(SyntaxTree tree) => files.Count > 0 && after.TryGetValue(tree, out var file) ? file : null;

    /// <summary>The file that had this version and has no more; null for any other.</summary>
    public EditedFile? Earlier(SyntaxTree tree) => files.Count > 0 && before.TryGetValue(tree, out var file) ? file : null;

    /// <summary>The file in which the method, or what it stands in, was edited.</summary>
    public EditedFile? ChangedBy(IMethodSymbol method)
    {
        if (files.Count == 0)
        {
            return null;
        }

        var implementation = method.PartialImplementationPart ?? method;
        foreach (var reference in implementation.DeclaringSyntaxReferences)
        {
            // What stands in new code was bound there.
            if (Now(reference.SyntaxTree) is { } file || (Earlier(reference.SyntaxTree) is { } known && known.Changes(implementation) && (file = known) is not null))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>Where that stands now.</summary>
    public Location Now(Location location)
    {
        if (location.SourceTree is not { } tree || Earlier(tree) is not { } file)
        {
            return location;
        }

        return file.Now(location.SourceSpan) ?? Lost(location);
    }

    /// <summary>The node as the source has it now.</summary>
    public SyntaxNode Now(SyntaxNode node) => Earlier(node.SyntaxTree) is { } file ? file.Now(node) ?? Lost(node) : node;

    /// <summary>Notes that something is not known.</summary>
    public T Lost<T>(T instead)
    {
        IsLost = true;
        return instead;
    }
}

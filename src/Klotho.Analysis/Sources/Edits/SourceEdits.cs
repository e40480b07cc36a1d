using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Sources.Edits;

/// <summary>The files of a program that were edited since its compilation, none of them so that another file can see it.</summary>
internal sealed class SourceEdits(IReadOnlyList<EditedFile> files)
{
    public static readonly SourceEdits None = new([]);

    private readonly Dictionary<SyntaxTree, EditedFile> before = files.ToDictionary(file => file.Before);
    private readonly Dictionary<SyntaxTree, EditedFile> after = files.ToDictionary(file => file.After);

    private readonly Dictionary<ISymbol, EditedFile> owners = OwnersIn(files);

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

        // What stands in new code was bound there.
        return method.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction
            ? method.DeclaringSyntaxReferences.Select(reference => Now(reference.SyntaxTree)).FirstOrDefault(file => file is not null)
            : owners.TryGetValue(method.PartialImplementationPart ?? method, out var changed) ? changed : null;
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

    private static Dictionary<ISymbol, EditedFile> OwnersIn(IEnumerable<EditedFile> files)
    {
        var owners = new Dictionary<ISymbol, EditedFile>(SymbolEqualityComparer.Default);
        foreach (var (file, part) in files.SelectMany(file => file.Parts.Select(part => (file, part))))
        {
            owners[part.Owner] = file;
        }

        return owners;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Klotho.Analysis.Sources.Edits;

/// <summary>
/// A file before and after an edit that no other file can see. Everything but the edited parts is the same code in another place: it stays
/// bound as it was, and only its locations are carried over.
/// </summary>
internal sealed class EditedFile
{
    private readonly TokenMap forth;
    private readonly TokenMap back;

    private EditedFile(SyntaxTree before, SyntaxTree after, IReadOnlyList<EditedPart> parts, IReadOnlyList<(TextSpan Old, TextSpan Young)> tokens)
    {
        (Before, After, Parts) = (before, after, parts);
        forth = new(tokens);
        back = new([.. tokens.Select(token => (token.Young, token.Old))]);
    }

    public SyntaxTree Before { get; }

    public SyntaxTree After { get; }

    public IReadOnlyList<EditedPart> Parts { get; }

    /// <summary>What an edit did to a file; null where it is to be seen outside of bodies.</summary>
    public static EditedFile? Of(SyntaxTree before, SyntaxTree after, SemanticModel model, CancellationToken cancel)
    {
        if (before.FilePath != after.FilePath || !before.Options.Equals(after.Options)
            || before.GetRoot(cancel) is not CompilationUnitSyntax old || after.GetRoot(cancel) is not CompilationUnitSyntax young)
        {
            return null;
        }

        var statements = StatementEdit.Of(old, young);
        var bodies = BodyPair.Of(old, young)?.Where(pair => pair.IsChanged).ToList();
        if (bodies is null || bodies.Any(pair => pair.IsSeen)
            || SharedTokens.Of(old, young, [.. bodies.Select(pair => pair.Old), .. statements.Old], [.. bodies.Select(pair => pair.Young), .. statements.Young]) is not { } tokens)
        {
            return null;
        }

        var parts = bodies.Select(pair => pair.Bind(model, cancel)).ToList();
        if (!statements.IsNothing)
        {
            parts.Add(statements.Bind(old, model, cancel));
        }

        var bound = parts.OfType<EditedPart>().ToList();
        return bound.Count < parts.Count ? null : new(before, after, bound, [.. tokens, .. bound.Where(part => !part.Before.IsEmpty && !part.After.IsEmpty).Select(part => (part.Before, part.After))]);
    }

    /// <summary>Where what stood at a place stands now; null where an edited part has taken its place.</summary>
    public Location? Now(TextSpan span) => forth.Map(span) is { } now ? Location.Create(After, now) : null;

    /// <summary>The node of the new version that an old one is, with the edited parts in it; null where there is none.</summary>
    public SyntaxNode? Now(SyntaxNode node) => node.Parent is null ? After.GetRoot() : Same(node, After, forth);

    /// <summary>The node of the old version that a new one is; null in edited parts.</summary>
    public SyntaxNode? Earlier(SyntaxNode node) => node.Parent is null ? Before.GetRoot() : Same(node, Before, back);

    /// <summary>What binds a node of the new version; null where the old version's node is bound.</summary>
    public SemanticModel? ModelOf(SyntaxNode node) => Parts.Select(part => part.ModelOf(node)).FirstOrDefault(model => model is not null);

    /// <summary>What of an old declaration is code that runs with it, in the order of the source: old nodes, and new ones where they take the place of old ones.</summary>
    public IEnumerable<SyntaxNode> BodiesOf(SyntaxNode declaration)
    {
        if (declaration is CompilationUnitSyntax && Parts.Any(part => part.Old is null))
        {
            // A function at the top is read where it is called.
            var now = (CompilationUnitSyntax)After.GetRoot();
            return now.Members.OfType<GlobalStatementSyntax>().Select(each => each.Statement).Where(statement => statement is not LocalFunctionStatementSyntax);
        }

        var part = declaration is CompilationUnitSyntax ? null : Parts.FirstOrDefault(part => part.Old is { } old && (old == declaration || old.Parent == declaration));
        if (part is null)
        {
            return [declaration];
        }

        var young = part.Roots.Select(root => root.Node);
        return declaration is ConstructorDeclarationSyntax { Initializer: { } initializer } ? young.Prepend(initializer) : young;
    }

    private static SyntaxNode? Same(SyntaxNode node, SyntaxTree tree, TokenMap map) =>
        map.Map(node.Span) is { } span
            ? tree.GetRoot().FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().FirstOrDefault(found => found.RawKind == node.RawKind && found.Span == span)
            : null;
}

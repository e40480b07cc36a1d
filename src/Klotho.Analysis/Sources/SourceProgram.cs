using System.Collections.Concurrent;
using System.Collections.Immutable;
using Klotho.Analysis.Sources.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Sources;

/// <summary>
/// Everything of the application that is source: its compilation and those that it references as source, without
/// Klotho's own runtime. Keeps one semantic model per tree, because a model that binds a lambda remembers it. Two threads may read it.
/// </summary>
public sealed class SourceProgram
{
    private readonly Dictionary<SyntaxTree, Compilation> owners;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models;

    private volatile bool hasReadErrors;

    private SourceProgram(
        ImmutableArray<Compilation> compilations, Dictionary<SyntaxTree, Compilation> owners, ConcurrentDictionary<SyntaxTree, SemanticModel> models, SourceEdits edits)
    {
        Compilations = compilations;
        this.owners = owners;
        this.models = models;
        Edits = edits;
    }

    /// <summary>The application first, then what it references, breadth first. With edits, these are the compilations before them.</summary>
    public ImmutableArray<Compilation> Compilations { get; }

    public Compilation App => Compilations[0];

    /// <summary>The files as they are now.</summary>
    public IEnumerable<SyntaxTree> Files => Compilations.SelectMany(FilesOf);

    /// <summary>Whether something was read that the compiler could not bind.</summary>
    public bool HasReadErrors => hasReadErrors;

    /// <summary>What was edited since the compilations.</summary>
    internal SourceEdits Edits { get; }

    public static SourceProgram Of(Compilation app)
    {
        var found = ImmutableArray.CreateBuilder<Compilation>();
        found.Add(app);
        var names = new HashSet<string>(StringComparer.Ordinal) { app.AssemblyName ?? "" };
        for (var next = 0; next < found.Count; next++)
        {
            foreach (var reference in found[next].References.OfType<CompilationReference>())
            {
                var name = reference.Compilation.AssemblyName ?? "";
                if (!IsRuntime(name) && names.Add(name))
                {
                    found.Add(reference.Compilation);
                }
            }
        }

        var owners = new Dictionary<SyntaxTree, Compilation>();
        foreach (var compilation in found)
        {
            foreach (var tree in compilation.SyntaxTrees)
            {
                owners[tree] = compilation;
            }
        }

        return new(found.ToImmutable(), owners, new(), SourceEdits.None);
    }

    /// <summary>Whether the program declares the symbol, so that its body can be read.</summary>
    public bool Declares(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(reference => Contains(reference.SyntaxTree));

    public bool Contains(SyntaxTree tree) => owners.ContainsKey(tree) || Edits.Now(tree) is not null;

    /// <summary>What binds a node that an operation or a symbol has as its syntax.</summary>
    public SemanticModel ModelOf(SyntaxNode node) => Bound(node).Model;

    public IOperation? OperationOf(SyntaxNode node, CancellationToken cancel = default)
    {
        var (bound, model) = Bound(node);
        var operation = model.GetOperation(bound, cancel);
        Look(operation);
        return operation;
    }

    /// <summary>Notes whether the compiler could bind an operation that is read.</summary>
    internal void Look(IOperation? operation)
    {
        if (operation is IInvalidOperation or IConversionOperation { Conversion.Exists: false } || operation?.Type is IErrorTypeSymbol)
        {
            hasReadErrors = true;
        }
    }

    /// <summary>The files of a compilation as they are now.</summary>
    internal IEnumerable<SyntaxTree> FilesOf(Compilation compilation) => compilation.SyntaxTrees.Select(tree => Edits.Earlier(tree)?.After ?? tree);

    /// <summary>A node of a file as it is now, as the node that is bound: the same before edits, unless it is of an edited part.</summary>
    internal (SyntaxNode Node, SemanticModel Model) Bound(SyntaxNode node)
    {
        if (Edits.Now(node.SyntaxTree) is not { } file)
        {
            return (node, ModelOf(node.SyntaxTree));
        }

        if (file.ModelOf(node) is { } model)
        {
            return (node, model);
        }

        var earlier = file.Earlier(node) ?? Edits.Lost(file.Before.GetRoot());
        return (earlier, ModelOf(earlier.SyntaxTree));
    }

    /// <summary>Whether a node of a file as it was compiled is bound still: no edit has taken its place.</summary>
    internal bool IsCurrent(SyntaxNode node) =>
        Edits.Earlier(node.SyntaxTree) is not { } file || file.Parts.All(part => part.Before.IsEmpty || !part.Before.Contains(node.Span));

    /// <summary>A node that was bound, as the source has it now.</summary>
    internal SyntaxNode Now(SyntaxNode node) => Edits.Now(node);

    /// <summary>What a declaration does when it runs.</summary>
    internal IEnumerable<IOperation> BodiesOf(SyntaxNode declaration, CancellationToken cancel)
    {
        IEnumerable<SyntaxNode> bodies = Edits.Earlier(declaration.SyntaxTree) is { } file ? file.BodiesOf(declaration) : [declaration];
        return bodies.Select(body => OperationOf(body, cancel)).OfType<IOperation>();
    }

    /// <summary>The same program, with what is bound of it, after edits of the compilations that it was made of.</summary>
    internal SourceProgram After(SourceEdits edits) => new(Compilations, owners, models, edits);

    /// <summary>What binds a file as it was compiled.</summary>
    internal SemanticModel ModelOf(SyntaxTree tree) => models.GetOrAdd(tree, each => owners[each].GetSemanticModel(each));

    private static bool IsRuntime(string assembly) =>
        assembly == "Klotho.Runtime" || assembly.StartsWith("Klotho.Runtime.", StringComparison.Ordinal);
}

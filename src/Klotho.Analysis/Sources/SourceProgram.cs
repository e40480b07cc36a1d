using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Sources;

/// <summary>
/// Everything of the application that is source: its compilation and those that it references as source, without
/// Klotho's own runtime. Keeps one semantic model per tree, because a model that binds a lambda remembers it.
/// </summary>
public sealed class SourceProgram
{
    private readonly Dictionary<SyntaxTree, Compilation> owners = [];
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];

    private SourceProgram(ImmutableArray<Compilation> compilations)
    {
        Compilations = compilations;
        foreach (var compilation in compilations)
        {
            foreach (var tree in compilation.SyntaxTrees)
            {
                owners[tree] = compilation;
            }
        }
    }

    /// <summary>The application first, then what it references, breadth first.</summary>
    public ImmutableArray<Compilation> Compilations { get; }

    public Compilation App => Compilations[0];

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

        return new(found.ToImmutable());
    }

    /// <summary>Whether the program declares the symbol, so that its body can be read.</summary>
    public bool Declares(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(reference => owners.ContainsKey(reference.SyntaxTree));

    public bool Contains(SyntaxTree tree) => owners.ContainsKey(tree);

    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model))
        {
            models[tree] = model = owners[tree].GetSemanticModel(tree);
        }

        return model;
    }

    private static bool IsRuntime(string assembly) =>
        assembly == "Klotho.Runtime" || assembly.StartsWith("Klotho.Runtime.", StringComparison.Ordinal);
}

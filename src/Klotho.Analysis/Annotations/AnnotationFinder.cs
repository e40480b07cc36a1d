using System.Collections.Immutable;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Annotations;

/// <summary>Finds every use of an annotation in the source, by symbol.</summary>
public static class AnnotationFinder
{
    /// <param name="program">The source.</param>
    /// <param name="root">What locations are relative to.</param>
    /// <param name="catalogue">The annotations.</param>
    /// <param name="memory">What was found in files before.</param>
    /// <param name="cancel">Ends the work.</param>
    internal static FoundAnnotations Find(
        SourceProgram program, SourceRoot root, EquatableArray<Annotation> catalogue, FileMemory<IReadOnlyList<(ISymbol Symbol, AttributeData Attribute)>> memory, CancellationToken cancel)
    {
        var uses = new List<FoundAnnotation>();
        var diagnostics = new List<KlothoDiagnostic>();
        var attempts = new List<AttemptedUse>();
        memory.Begin();
        foreach (var (symbol, attribute) in program.Compilations.SelectMany(each => Annotated(each, program, catalogue, memory, cancel)))
        {
            AnnotatedSymbol annotated = new(symbol, attribute, root);
            var (annotation, reading) = AnnotationReader.Read(annotated, catalogue);
            diagnostics.AddRange(reading.Diagnostics);
            if (reading.Attempt is { } attempt)
            {
                attempts.Add(attempt);
            }

            if (annotation is not null && reading.Use is { } use)
            {
                uses.Add(new(annotation, annotated, use));
            }
        }

        return new(uses.OrderBy(found => found.Use.Location).ToImmutableArray(), diagnostics.ToImmutableArray(), attempts.ToImmutableArray());
    }

    private static IEnumerable<(ISymbol Symbol, AttributeData Attribute)> Annotated(
        Compilation compilation, SourceProgram program, EquatableArray<Annotation> catalogue, FileMemory<IReadOnlyList<(ISymbol Symbol, AttributeData Attribute)>> memory, CancellationToken cancel)
    {
        var names = AttributeSyntaxNames(compilation, catalogue);
        return memory.In(program.FilesOf(compilation), Read).SelectMany(each => each);

        // Only names that can be ours are bound: binding is what costs.
        IReadOnlyList<(ISymbol, AttributeData)> Read(SyntaxTree file)
        {
            cancel.ThrowIfCancellationRequested();
            return file.GetRoot(cancel).DescendantNodes().OfType<AttributeSyntax>()
                .Where(syntax => names.Contains(LastName(syntax.Name)))
                .Select(syntax => Resolve(syntax, compilation, program, cancel))
                .OfType<(ISymbol, AttributeData)>()
                .ToList();
        }
    }

    private static (ISymbol, AttributeData)? Resolve(AttributeSyntax written, Compilation compilation, SourceProgram program, CancellationToken cancel)
    {
        var (syntax, model) = program.Bound(written);
        var symbol = syntax.Parent?.Parent switch
        {
            CompilationUnitSyntax => compilation.Assembly,
            { } declaration => model.GetDeclaredSymbol(declaration, cancel),
            _ => null,
        };
        var attribute = symbol?.GetAttributes().FirstOrDefault(each => each.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == syntax.SyntaxTree
            && reference.Span == syntax.Span);
        return symbol is null || attribute is null ? null : (symbol, attribute);
    }

    private static HashSet<string> AttributeSyntaxNames(Compilation compilation, EquatableArray<Annotation> catalogue)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in AnnotationReader.AttributeNames(catalogue).Select(full => full.Substring(full.LastIndexOf('.') + 1)))
        {
            names.Add(name);
            if (name.EndsWith("Attribute", StringComparison.Ordinal))
            {
                names.Add(name.Substring(0, name.Length - "Attribute".Length));
            }
        }

        var aliases = compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot() is CompilationUnitSyntax unit ? unit.Usings : default)
            .Where(directive => directive.Alias is not null && directive.Name is not null && names.Contains(LastName(directive.Name)))
            .Select(directive => directive.Alias?.Name.Identifier.ValueText ?? "")
            .ToArray();
        names.UnionWith(aliases);
        return names;
    }

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}

using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Reach;

/// <summary>Finds the operations that run when a method runs.</summary>
internal static class Bodies
{
    public static IEnumerable<IOperation> Of(IMethodSymbol method, SourceProgram program, CancellationToken cancel)
    {
        var definition = method.PartialImplementationPart ?? method;
        foreach (var syntax in definition.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancel)))
        {
            if (!program.Contains(syntax.SyntaxTree))
            {
                continue;
            }

            // A primary constructor's body is the base call in the list of bases.
            var body = syntax is TypeDeclarationSyntax type
                ? type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault()
                : syntax;
            foreach (var operation in body is null ? [] : program.BodiesOf(body, cancel))
            {
                yield return operation;
            }
        }

        if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
        {
            foreach (var initializer in Initializers(method, program, cancel))
            {
                yield return initializer;
            }
        }
    }

    private static IEnumerable<IOperation> Initializers(IMethodSymbol constructor, SourceProgram program, CancellationToken cancel)
    {
        foreach (var member in constructor.ContainingType.GetMembers()
            .Where(member => member.IsStatic == constructor.IsStatic && (member is IFieldSymbol or IPropertySymbol or IEventSymbol)))
        {
            foreach (var syntax in member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancel)))
            {
                var initializer = syntax switch
                {
                    VariableDeclaratorSyntax variable => variable.Initializer,
                    PropertyDeclarationSyntax property => property.Initializer,
                    _ => null,
                };
                if (initializer is not null
                    && program.Contains(syntax.SyntaxTree)
                    && program.OperationOf(initializer, cancel) is { } operation)
                {
                    yield return operation;
                }
            }
        }
    }
}

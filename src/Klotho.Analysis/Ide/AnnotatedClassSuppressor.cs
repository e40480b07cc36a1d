using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Klotho.Analysis.Ide;

/// <summary>
/// Silences the warning that an internal class is never instantiated (CA1812) where the class or a method of it is annotated:
/// the generated wiring has it made by the services, which that rule does not look at.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnnotatedClassSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor NeverInstantiated =
        new("KLS1812", "CA1812", "The wiring of its annotations has the class made by the application's services.");

    private static readonly ImmutableArray<string> Attributes = AnnotationReader.AttributeNames(AnnotationCatalogue.All).ToImmutableArray();

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [NeverInstantiated];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree)
            {
                var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
                var symbol = context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken);
                if (symbol is INamedTypeSymbol type && type.GetMembers().OfType<IMethodSymbol>().Prepend<ISymbol>(type).Any(IsAnnotated))
                {
                    context.ReportSuppression(Suppression.Create(NeverInstantiated, diagnostic));
                }
            }
        }
    }

    private static bool IsAnnotated(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => Attributes.Any(name => attribute.AttributeClass.Is(name)));
}

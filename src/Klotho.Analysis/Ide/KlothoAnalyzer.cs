using System.Collections.Immutable;
using System.Globalization;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Klotho.Analysis.Ide;

/// <summary>
/// Shows what <c>klotho compile</c> would say of the code, while it is written and in every build. The whole compilation
/// is analysed once; each file then reports its own part, because editors only ask for the files that are open.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KlothoAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<DiagnosticCode, DiagnosticDescriptor> Descriptors =
        AnalysisRules.All.Items.ToImmutableDictionary(rule => rule.Code, DescriptorOf);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal).ToImmutableArray();

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "Klotho.Runtime"))
            {
                var analysis = new CompilationDiagnostics(start.Compilation);
                start.RegisterSemanticModelAction(model => Report(analysis, model));
            }
        });
    }

    private static void Report(CompilationDiagnostics analysis, SemanticModelAnalysisContext context)
    {
        foreach (var found in analysis.In(context.SemanticModel.SyntaxTree, context.CancellationToken))
        {
            if (Descriptors.TryGetValue(found.Diagnostic.Rule.Code, out var descriptor))
            {
                var arguments = found.Diagnostic.Arguments.Items.Cast<object>().ToArray();
                context.ReportDiagnostic(Diagnostic.Create(descriptor, found.Location, found.OtherLocations, Properties(found.Diagnostic), arguments));
            }
        }
    }

    /// <summary>The arguments of the message by their numbers, for code fixes.</summary>
    private static ImmutableDictionary<string, string?> Properties(KlothoDiagnostic diagnostic) =>
        diagnostic.Arguments.Items.Select((argument, number) => (argument, number))
            .ToImmutableDictionary(each => each.number.ToString(CultureInfo.InvariantCulture), each => (string?)each.argument);

    private static DiagnosticDescriptor DescriptorOf(DiagnosticRule rule) => new(
        rule.Code.Value,
        rule.Title,
        rule.MessageFormat,
        "Klotho",
        rule.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        helpLinkUri: rule.DocsPage);
}

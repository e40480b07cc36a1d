using System.Collections.Immutable;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Klotho.Analysis.Ide;

/// <summary>Shows what <c>klotho compile</c> would say of the code, while it is written and in every build.</summary>
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
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var compilation = context.Compilation;
        if (compilation.ReferencedAssemblyNames.All(assembly => assembly.Name != "Klotho.Runtime"))
        {
            return;
        }

        var name = new AppName(compilation.AssemblyName ?? "");
        var result = CapabilityAnalysis.Run(new(compilation, name, SourceRoot.None), context.CancellationToken);
        var locations = new SourceLocations(compilation);
        foreach (var found in result.Diagnostics)
        {
            // A mistake in a referenced project is shown in that project.
            if (Descriptors.TryGetValue(found.Rule.Code, out var descriptor) && locations.Find(found.Location) is { } at)
            {
                var others = found.Locations.Items.Skip(1).Select(locations.Find).OfType<Location>();
                context.ReportDiagnostic(Diagnostic.Create(descriptor, at, others, found.Arguments.Items.Cast<object>().ToArray()));
            }
        }
    }

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
        helpLinkUri: rule.DocsPage,
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}

using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wiring;

/// <summary>
/// Generates the one file per assembly that registers what its annotations declare. Reports nothing: the analyzer
/// does, and what it finds wrong is left out here, so that the compiler never complains of generated code.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class WiringGenerator : IIncrementalGenerator
{
    /// <summary>Names of the steps whose results tests look at.</summary>
    public const string EntriesStep = "KlothoEntries", AssemblyStep = "KlothoAssembly", ModuleStep = "KlothoModule";

    private const string HintName = "KlothoWiring.g.cs";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var assembly = context.CompilationProvider.Select(WiringAssembly.Of).WithTrackingName(AssemblyStep);
        var module = assembly
            .Combine(Entries(context))
            .Select(static (parts, _) => WiringModule.Of(parts.Left, parts.Right.Items))
            .WithTrackingName(ModuleStep);
        context.RegisterSourceOutput(module, static (output, module) =>
        {
            if (module.IsNeeded)
            {
                output.AddSource(HintName, ModuleSource.Of(module));
            }
        });
    }

    private static IncrementalValueProvider<EquatableArray<WiringEntry>> Entries(IncrementalGeneratorInitializationContext context)
    {
        var all = context.CompilationProvider.Select(static (_, _) => EquatableArray<WiringEntry>.Empty);
        foreach (var attribute in AnnotationReader.AttributeNames(AnnotationCatalogue.All))
        {
            var entries = context.SyntaxProvider
                .ForAttributeWithMetadataName(attribute, static (_, _) => true, static (found, _) => EntriesOf(found))
                .WithTrackingName(EntriesStep)
                .Collect();
            all = all.Combine(entries).Select(static (parts, _) =>
                parts.Left.Items.Concat(parts.Right.SelectMany(each => each.Items)).ToEquatableArray());
        }

        return all;
    }

    private static EquatableArray<WiringEntry> EntriesOf(GeneratorAttributeSyntaxContext found) =>
        found.Attributes
            .Select(attribute => new AnnotatedSymbol(found.TargetSymbol, attribute, SourceRoot.None))
            .SelectMany(WiringReader.Read)
            .ToEquatableArray();
}

using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities;
using Klotho.Analysis.GraphBuilding;
using Klotho.Analysis.Sources;

namespace Klotho.Analysis;

/// <summary>The analysis stage: annotated source in, capability graph and diagnostics out.</summary>
public static class CapabilityAnalysis
{
    public static AnalysisResult Run(AnalysisInput input, CancellationToken cancel) =>
        Run(input, AnnotationCatalogue.All, cancel);

    /// <summary>As the other overload, with capabilities from elsewhere.</summary>
    public static AnalysisResult Run(AnalysisInput input, EquatableArray<Annotation> catalogue, CancellationToken cancel)
    {
        var program = SourceProgram.Of(input.App);
        var annotations = AnnotationFinder.Find(program, input.Root, catalogue, cancel);
        return GraphBuilder.Build(input, program, catalogue, annotations, cancel);
    }
}

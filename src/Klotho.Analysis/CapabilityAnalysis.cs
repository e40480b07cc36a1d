using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Reach;
using Klotho.Analysis.Routes;
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
        var (read, routes) = Read(input, catalogue, cancel);
        var reach = ReachAnalysis.Run(read, cancel);
        return GraphBuilder.Build(input, read.Program, read.Types, catalogue, read.Annotations, routes, reach, cancel);
    }

    /// <summary>What reach starts from, for whoever asks it something else.</summary>
    internal static (ReachInput Reach, FoundRoutes Routes) Read(AnalysisInput input, EquatableArray<Annotation> catalogue, CancellationToken cancel)
    {
        var program = SourceProgram.Of(input.App);
        var annotations = AnnotationFinder.Find(program, input.Root, catalogue, cancel);
        var types = SourceTypes.Of(program, cancel);
        var routes = RouteReader.Read(program, types, input.Root, cancel);
        var roots = UnitRoots.Of(program, types, annotations, routes, input.Root, cancel);
        return (new(program, types, input.Root, annotations, roots, routes.HandlerSyntax), routes);
    }
}

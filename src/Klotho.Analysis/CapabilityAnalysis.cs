using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Reach;
using Klotho.Analysis.Routes;
using Klotho.Analysis.Sources;
using Klotho.Analysis.Threads;

namespace Klotho.Analysis;

/// <summary>The analysis stage: annotated source in, capability graph and diagnostics out.</summary>
public static class CapabilityAnalysis
{
    public static AnalysisResult Run(AnalysisInput input, CancellationToken cancel) =>
        Run(input, AnnotationCatalogue.All, cancel);

    /// <summary>As the other overload, with capabilities from elsewhere.</summary>
    public static AnalysisResult Run(AnalysisInput input, EquatableArray<Annotation> catalogue, CancellationToken cancel) =>
        AmpleStack.Run(() => Analyze(input, SourceProgram.Of(input.App), new(), catalogue, cancel));

    /// <summary>What the others do, on the caller's stack, with what is known of the program from before an edit.</summary>
    internal static AnalysisResult Analyze(AnalysisInput input, SourceProgram program, AnalysisMemory memory, EquatableArray<Annotation> catalogue, CancellationToken cancel)
    {
        var (read, routes) = Read(input, program, memory, catalogue, cancel);
        var reach = ReachAnalysis.Run(read, cancel);
        return GraphBuilder.Build(input, read.Program, read.Types, catalogue, read.Annotations, routes, reach, cancel);
    }

    /// <summary>What reach starts from, for whoever asks it something else.</summary>
    internal static (ReachInput Reach, FoundRoutes Routes) Read(AnalysisInput input, EquatableArray<Annotation> catalogue, CancellationToken cancel) =>
        Read(input, SourceProgram.Of(input.App), new(), catalogue, cancel);

    private static (ReachInput Reach, FoundRoutes Routes) Read(
        AnalysisInput input, SourceProgram program, AnalysisMemory memory, EquatableArray<Annotation> catalogue, CancellationToken cancel)
    {
        var annotations = AnnotationFinder.Find(program, input.Root, catalogue, memory.Attributes, cancel);
        var types = memory.Types ??= SourceTypes.Of(program, cancel);
        var routes = RouteReader.Read(program, types, input.Root, memory.Calls, cancel);
        var roots = UnitRoots.Of(program, types, annotations, routes, input.Root, cancel);
        return (new(program, types, input.Root, annotations, roots, routes.HandlerSyntax) { Memory = memory.Summaries }, routes);
    }
}

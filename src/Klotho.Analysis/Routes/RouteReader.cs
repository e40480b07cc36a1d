using System.Collections.Immutable;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Sources;

namespace Klotho.Analysis.Routes;

/// <summary>Reads every endpoint that the application maps.</summary>
public static class RouteReader
{
    internal static FoundRoutes Read(SourceProgram program, SourceTypes types, SourceRoot root, FileMemory<CallsOfFile> memory, CancellationToken cancel)
    {
        var invocations = MappingCalls.Of(program, memory, cancel);
        var groups = new GroupReader(program, invocations);
        var minimal = new MinimalApiReader(program, root, invocations, groups).Read(cancel);
        var controllers = new ControllerReader(program, types, root, invocations, groups).Read();
        var framework = new FrameworkMappingReader(program, types, root, invocations, groups).Find(cancel);
        FoundRoute[] found = [.. minimal.Routes, .. controllers.Routes, .. framework.Routes];
        return new(
            found.Concat(RazorCode.Routes(found, program, types))
                .OrderBy(route => route.Node.Locations[0])
                .ThenBy(route => route.Node.Id)
                .ThenBy(route => route.Node.Handler, StringComparer.Ordinal)
                .ToImmutableArray(),
            [.. minimal.Diagnostics, .. controllers.Diagnostics, .. framework.Diagnostics]);
    }
}

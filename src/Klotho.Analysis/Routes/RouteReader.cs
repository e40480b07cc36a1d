using System.Collections.Immutable;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Sources;

namespace Klotho.Analysis.Routes;

/// <summary>Reads every endpoint that the application maps.</summary>
public static class RouteReader
{
    public static FoundRoutes Read(SourceProgram program, SourceTypes types, SourceRoot root, CancellationToken cancel)
    {
        var invocations = MappingCalls.Of(program, cancel);
        var minimal = new MinimalApiReader(program, root, invocations).Read(cancel);
        var controllers = invocations.MapsControllers ? ControllerReader.Read(types, root) : [];
        return new(
            minimal.Routes.Concat(controllers).OrderBy(route => route.Node.Locations[0]).ThenBy(route => route.Node.Id).ToImmutableArray(),
            minimal.Diagnostics);
    }
}

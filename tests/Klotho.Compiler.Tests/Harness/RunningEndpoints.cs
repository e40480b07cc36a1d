using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>The endpoints that ASP.NET Core has once an application of a test runs.</summary>
internal static class RunningEndpoints
{
    /// <param name="compilation">The application, with the projects that it references as source.</param>
    /// <param name="type">The class whose static <c>Build</c> gives it, not yet started.</param>
    /// <returns>Those that requests are matched against.</returns>
    public static async Task<IReadOnlyList<RouteEndpoint>> OfAsync(Compilation compilation, string type)
    {
        var context = new AssemblyLoadContext(null);
        foreach (var reference in compilation.References.OfType<CompilationReference>())
        {
            Load(context, reference.Compilation);
        }

        var build = Load(context, compilation).GetType(type)?.GetMethod("Build");
        using var app = (IHost)(build?.Invoke(null, [new[] { "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning" }])
            ?? throw new TargetInvocationException(null));
        await app.StartAsync();
        RouteEndpoint[] endpoints = [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>()?.SuppressMatching != true)];
        await app.StopAsync();
        return endpoints;
    }

    private static Assembly Load(AssemblyLoadContext context, Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        return context.LoadFromStream(image);
    }
}

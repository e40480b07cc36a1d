using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>The endpoints that ASP.NET Core has once an application of a test runs.</summary>
internal static class RunningEndpoints
{
    /// <param name="compilation">The application.</param>
    /// <param name="type">The class whose static <c>Build</c> gives it, not yet started.</param>
    public static async Task<IReadOnlyList<RouteEndpoint>> OfAsync(Compilation compilation, string type)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        var build = new AssemblyLoadContext(null).LoadFromStream(image).GetType(type)?.GetMethod("Build");
        await using var app = (WebApplication)(build?.Invoke(null, [new[] { "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning" }])
            ?? throw new TargetInvocationException(null));
        await app.StartAsync();
        return [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
    }
}

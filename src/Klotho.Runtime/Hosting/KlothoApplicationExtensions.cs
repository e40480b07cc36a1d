using Klotho.Hosting;
using Klotho.Wiring;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps Klotho into an application's pipeline.</summary>
public static class KlothoApplicationExtensions
{
    /// <summary>
    /// Maps Klotho's endpoints (below <c>/_klotho/</c>: health, dead letters, calls between units) and serves the
    /// static units. The application's own routes win over a static unit's files.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>AddKlotho</c> was not called.</exception>
    public static WebApplication MapKlotho(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var declarations = app.Services.GetService<DeclarationList>()
            ?? throw new InvalidOperationException("MapKlotho() needs builder.AddKlotho() before the application is built.");
        app.MapGet("/_klotho/health", (RequestDelegate)Health).AllowAnonymous();
        app.MapGet(BindingHealthEndpoint.Path, (RequestDelegate)app.Services.GetRequiredService<BindingHealthEndpoint>().AnswerAsync).AllowAnonymous();

        // No catch-all of the application's answers below our prefix, in no unit.
        app.Map("/_klotho/{**rest}", (RequestDelegate)NotFound).AllowAnonymous();
        var role = app.Services.GetRequiredService<ProcessRole>();
        foreach (var declaration in declarations.All)
        {
            declaration.Map(app, role);
        }

        return app;
    }

    private static Task Health(HttpContext context)
    {
        var lifetime = context.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        var ready = lifetime.ApplicationStarted.IsCancellationRequested && !lifetime.ApplicationStopping.IsCancellationRequested;
        context.Response.StatusCode = ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync(ready ? "ready" : "not ready", context.RequestAborted);
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Klotho.Hosting;

/// <summary>
/// Refuses everything but Klotho's own endpoints in a process that does not serve the application, ahead of any
/// middleware of the application.
/// </summary>
internal sealed class UnitGuard(ProcessRole role) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (!role.ServesApplication)
        {
            app.Use(RefuseOthers);
        }

        next(app);
    };

    private static Task RefuseOthers(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/_klotho"))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

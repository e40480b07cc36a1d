using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Klotho.Wiring;

/// <summary>Lets people at the machine in, and nobody else: only over loopback, and only in development or with the units' token.</summary>
internal sealed class OperatorAccess(UnitToken token, IHostEnvironment environment)
{
    /// <summary>Whether a request is let in; one that is not has its answer.</summary>
    public bool Allows(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }

        // A page of another site may send a browser here; people's tools do not say where they come from.
        var fromElsewhere = context.Request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none");
        if (token.IsIn(context.Request) || (environment.IsDevelopment() && !fromElsewhere && IsLocal(context.Request.Host.Host)))
        {
            return true;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return false;
    }

    // A name of another site may be made to mean this machine, and a browser then takes us for that site.
    private static bool IsLocal(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) ||
        (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

using System.Text.Json;
using Klotho.Wiring;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Klotho.Hosting;

/// <summary>
/// Tells operators how each binding is. It is apart from what probes ask: a store that all processes share fails for all of
/// them at once, and to restart them or to send them no requests would only make more fail.
/// </summary>
internal sealed class BindingHealthEndpoint(HealthCheckService checks, OperatorAccess access)
{
    public const string Path = "/_klotho/health/bindings";

    public async Task AnswerAsync(HttpContext context)
    {
        if (!access.Allows(context))
        {
            return;
        }

        var report = await checks.CheckHealthAsync(registration => registration.Tags.Contains(BindingHealthChecks.Tag), context.RequestAborted);
        context.Response.StatusCode = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.Body);
        json.WriteStartObject();
        foreach (var (name, entry) in report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(name);
            json.WriteString("scheme", entry.Tags.FirstOrDefault(tag => tag != BindingHealthChecks.Tag));
            json.WriteString("status", entry.Status.ToString());
            json.WriteString("description", entry.Description);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Klotho.Runtime.Tests.Host;

/// <summary>What shows how requests and responses pass through AWS Lambda.</summary>
internal static class LambdaEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapMethods("/echo/{**path}", ["GET", "POST"], (RequestDelegate)EchoAsync);
        app.MapPost("/reversed", (RequestDelegate)ReverseAsync);
        app.MapGet("/cookies", (RequestDelegate)CookiesAsync);
        app.MapGet("/broken", (RequestDelegate)(_ => throw new InvalidOperationException("It is broken.")));
        app.MapGet("/broken-off", (RequestDelegate)BreakOffAsync);
        app.MapGet("/begun", (RequestDelegate)BeginAsync);
        app.MapGet("/huge", (RequestDelegate)(context => context.Response.Body.WriteAsync(new byte[7 * 1024 * 1024]).AsTask()));
        app.MapGet("/large", () => Results.Bytes(new byte[2 * 1024 * 1024]));
        app.MapGet("/slow", (RequestDelegate)SlowAsync);
        app.MapGet("/endless", (RequestDelegate)(context => Task.Delay(Timeout.Infinite, context.RequestAborted)));
    }

    /// <summary>The request as the application sees it, a line for each part.</summary>
    private static async Task EchoAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["X-Started"] = new(["one", "two"]);
            return Task.CompletedTask;
        });
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(string.Join('\n',
            request.Method, request.Scheme, request.Host, request.Path.Value, request.QueryString,
            context.Features.Get<IHttpRequestFeature>()?.RawTarget,
            context.Connection.RemoteIpAddress, request.Headers["X-Color"], Activity.Current?.TraceId,
            Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"), body), context.RequestAborted);
    }

    private static async Task ReverseAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(body.ToArray().Reverse().ToArray(), context.RequestAborted);
    }

    private static Task CookiesAsync(HttpContext context)
    {
        context.Response.Cookies.Append("first", "1");
        context.Response.Cookies.Append("second", "2");
        return context.Response.WriteAsync($"{context.Request.Cookies["a"]} {context.Request.Cookies["b"]}");
    }

    private static async Task BreakOffAsync(HttpContext context)
    {
        await context.Response.WriteAsync("so far");
        throw new InvalidOperationException("It broke off.");
    }

    private static async Task BeginAsync(HttpContext context)
    {
        await context.Response.WriteAsync("so far");
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    private static async Task SlowAsync(HttpContext context)
    {
        await Task.Delay(TimeSpan.FromSeconds(2), context.RequestAborted);
        await context.Response.WriteAsync("at last");
    }
}

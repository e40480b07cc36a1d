using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>Answers what the emulators never answer: each request by the next line of a script, the last line for all that follow.</summary>
internal sealed class ScriptedService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _turn;

    private ScriptedService(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public ConcurrentQueue<(IHeaderDictionary Headers, string Body)> Requests { get; } = new();

    public static async Task<ScriptedService> StartAsync(params Func<string, (int Status, string Body)>[] script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var service = new ScriptedService(builder.Build());
        service._app.Map("/{**path}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            // The server uses its own again for the next request.
            service.Requests.Enqueue((new HeaderDictionary(context.Request.Headers.ToDictionary()), body));
            var (status, answer) = script[Math.Min(Interlocked.Increment(ref service._turn), script.Length) - 1](body);
            context.Response.StatusCode = status;
            context.Response.ContentType = answer.StartsWith('<') ? "application/xml" : "application/x-amz-json-1.0";
            await context.Response.WriteAsync(answer);
        });
        await service._app.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

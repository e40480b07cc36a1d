using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>A network ahead of a service of AWS, and the service's bad days: late, cut, repeated and overtaking requests, throttling, errors.</summary>
internal sealed class FaultyHttpProxy : IAsyncDisposable
{
    private static readonly string[] OfConnections = ["Connection", "Keep-Alive", "Transfer-Encoding", "Expect", "Proxy-Connection", "Content-Length"];

    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Fates _fates;
    private volatile Uri _target;

    private FaultyHttpProxy(WebApplication app, Uri target, Fates fates) => (_app, _target, _fates) = (app, target, fates);

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Has it pass on to another process of the service.</summary>
    public void PassTo(Uri target) => _target = target;

    public static async Task<FaultyHttpProxy> StartAsync(Uri target, Fates fates)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var proxy = new FaultyHttpProxy(app, target, fates);
        app.Run(proxy.AnswerAsync);
        await app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        // Of the service's processes one for each request, also where it gets that twice.
        var target = _target;
        var body = await ReadAsync(context, target);
        var (fate, delay) = _fates.Next();
        try
        {
            await AnswerAsync(context, target, body, fate, delay);
        }
        catch (HttpRequestException) when (!context.Response.HasStarted)
        {
            // There is no process, or it ended with the request in hand.
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
    }

    private async Task AnswerAsync(HttpContext context, Uri target, byte[] body, Fate fate, TimeSpan delay)
    {
        switch (fate)
        {
            case Fate.Refuse:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case Fate.SlowDown:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case Fate.Delay:
                await Task.Delay(delay, context.RequestAborted);
                break;
            case Fate.Duplicate:
                using (await ForwardAsync(context, target, body))
                {
                    break;
                }
        }

        // Not to be cancelled with the client: what was sent is done, whoever still listens.
        using var answer = await ForwardAsync(context, target, body);
        if (fate == Fate.LoseAnswer)
        {
            context.Abort();
            return;
        }

        await PassAsync(context, answer, fate);
    }

    private async Task<byte[]> ReadAsync(HttpContext context, Uri target)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);

        // fauxqs knows a queue only by the address that it has itself.
        return context.Request.Headers["X-Amz-Target"].ToString().StartsWith("AmazonSQS.", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.ToArray()).Replace(Address.Authority, target.Authority, StringComparison.Ordinal))
            : body.ToArray();
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpContext context, Uri target, byte[] body)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(target, raw)) { Content = new ByteArrayContent(body) };
        foreach (var (name, values) in context.Request.Headers.Where(header => !OfConnections.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return await _http.SendAsync(request);
    }

    private static async Task PassAsync(HttpContext context, HttpResponseMessage answer, Fate fate)
    {
        var content = await answer.Content.ReadAsByteArrayAsync();
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfConnections.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (fate == Fate.Cut && content.Length > 1)
        {
            await context.Response.Body.WriteAsync(content.AsMemory(0, content.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        var piece = fate == Fate.Throttle ? 256 : Math.Max(1, content.Length);
        for (var at = 0; at < content.Length; at += piece)
        {
            await context.Response.Body.WriteAsync(content.AsMemory(at, Math.Min(piece, content.Length - at)));
            await (fate == Fate.Throttle ? Task.Delay(1) : Task.CompletedTask);
        }
    }
}

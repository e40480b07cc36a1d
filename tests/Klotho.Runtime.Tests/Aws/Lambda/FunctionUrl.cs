using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>
/// Stands for a function's URL: hands requests on as events, from a caller whom AWS has authenticated, and
/// answers as they do, in the invoke mode RESPONSE_STREAM or in the other. As at AWS, a caller that goes away is no news to the function.
/// </summary>
internal sealed class FunctionUrl : IAsyncDisposable
{
    private const string Caller = "arn:aws:sts::123456789012:assumed-role/main/main";

    private readonly WebApplication _app;
    private readonly LambdaSimulator _lambda;
    private readonly bool _isStreamed;

    private FunctionUrl(WebApplication app, LambdaSimulator lambda, bool isStreamed) => (_app, _lambda, _isStreamed) = (app, lambda, isStreamed);

    public string Address => _app.Urls.Single();

    public static async Task<FunctionUrl> StartAsync(LambdaSimulator lambda, bool isStreamed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var url = new FunctionUrl(builder.Build(), lambda, isStreamed);
        url._app.Run(url.HandOnAsync);
        await url._app.StartAsync();
        return url;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandOnAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        var invoked = LambdaEvents.UrlRequest(
            context.Request.Method, context.Request.Path.ToUriComponent(), await body.ReadToEndAsync(), Caller,
            [.. context.Request.Headers.Where(header => header.Key != "Host").Select(header => (header.Key, header.Value.ToString()))]);
        await (_isStreamed ? StreamAsync(context.Response, invoked) : InvokeAsync(context.Response, invoked));
    }

    private async Task InvokeAsync(HttpResponse response, string invoked)
    {
        var answer = await _lambda.InvokeAsync(invoked);
        if (answer.Failed)
        {
            response.StatusCode = StatusCodes.Status502BadGateway;
            return;
        }

        Begin(response, answer.Status, answer.Json);
        await response.Body.WriteAsync(answer.Bytes);
    }

    private async Task StreamAsync(HttpResponse response, string invoked)
    {
        var answer = await _lambda.StreamAsync(invoked);
        Begin(response, answer.Status, answer.Head);
        await answer.Body.CopyToAsync(response.Body);
        if (await answer.Error is not null)
        {
            response.HttpContext.Abort();
        }
    }

    private static void Begin(HttpResponse response, int status, JsonElement head)
    {
        response.StatusCode = status;
        foreach (var header in head.GetProperty("headers").EnumerateObject())
        {
            response.Headers[header.Name] = header.Value.GetString();
        }
    }
}

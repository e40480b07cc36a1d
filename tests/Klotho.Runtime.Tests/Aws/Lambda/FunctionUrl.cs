using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>
/// Stands for a function's URL with the invoke mode RESPONSE_STREAM: hands requests on as events, from a caller whom AWS has authenticated, and
/// answers as they do. As at AWS, a caller that goes away is no news to the function.
/// </summary>
internal sealed class FunctionUrl : IAsyncDisposable
{
    private const string Caller = "arn:aws:sts::123456789012:assumed-role/main/main";

    private readonly WebApplication _app;
    private readonly LambdaSimulator _lambda;

    private FunctionUrl(WebApplication app, LambdaSimulator lambda) => (_app, _lambda) = (app, lambda);

    public string Address => _app.Urls.Single();

    public static async Task<FunctionUrl> StartAsync(LambdaSimulator lambda)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var url = new FunctionUrl(builder.Build(), lambda);
        url._app.Run(url.HandOnAsync);
        await url._app.StartAsync();
        return url;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandOnAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        var answer = await _lambda.StreamAsync(LambdaEvents.UrlRequest(
            context.Request.Method, context.Request.Path.ToUriComponent(), await body.ReadToEndAsync(), Caller,
            [.. context.Request.Headers.Where(header => header.Key != "Host").Select(header => (header.Key, header.Value.ToString()))]));
        context.Response.StatusCode = answer.Status;
        foreach (var header in answer.Head.GetProperty("headers").EnumerateObject())
        {
            context.Response.Headers[header.Name] = header.Value.GetString();
        }

        await answer.Body.CopyToAsync(context.Response.Body);
        if (await answer.Error is not null)
        {
            context.Abort();
        }
    }
}

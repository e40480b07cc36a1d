using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace Klotho.Wiring;

/// <summary>
/// What a browser gets where neither a route nor a file matches: the index document, because client-side routes are
/// the page's own, or a word on how to build the folder.
/// </summary>
internal sealed class StaticUnitPages(StaticUnitDeclaration unit, LateFolder folder)
{
    public Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null || !WantsPage(context.Request))
        {
            return next(context);
        }

        if (!folder.Exists)
        {
            return TellToBuildAsync(context);
        }

        return unit.IndexDocument is { } index && folder.GetFileInfo("/" + index) is { Exists: true } file
            ? SendAsync(context, file)
            : next(context);
    }

    private static bool WantsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) &&
        request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    private static Task SendAsync(HttpContext context, IFileInfo file)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = file.Length;

        // The page names the current build's files: a stale one would name files that are gone.
        context.Response.Headers.CacheControl = "no-cache";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.SendFileAsync(file, context.RequestAborted);
    }

    private Task TellToBuildAsync(HttpContext context)
    {
        var where = unit.BuildDirectory is { Length: > 0 } directory ? $" in <code>{WebUtility.HtmlEncode(directory)}</code>" : "";
        var how = unit.BuildCommand is { Length: > 0 } command
            ? $"Build it: run <code>{WebUtility.HtmlEncode(command)}</code>{where}, then reload."
            : "Its annotation has no BuildCommand: put the files there, then reload.";
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"<!doctype html><title>Not built yet</title><p>The folder <code>{WebUtility.HtmlEncode(unit.Folder)}</code> of the static unit " +
            $"<code>{WebUtility.HtmlEncode(unit.Id)}</code> does not exist. {how}</p>",
            context.RequestAborted);
    }
}

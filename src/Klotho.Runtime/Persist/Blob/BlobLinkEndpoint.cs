using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Klotho.Drivers;

/// <summary>Answers links to files of memory and of a directory with the files, or parts of them, as S3 answers its own.</summary>
internal sealed class BlobLinkEndpoint(LocalBlobLinks links, ResourceBindings bindings)
{
    private int _mapped;

    /// <summary>Maps the endpoint, for the first of the stores that ask.</summary>
    public void MapOnce(WebApplication app)
    {
        if (!bindings.IsDeployed && Interlocked.Exchange(ref _mapped, 1) == 0)
        {
            app.MapGet(LocalBlobLinks.Route, (RequestDelegate)AnswerAsync).AllowAnonymous();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (store, query) = (context.Request.RouteValues["store"] as string ?? "", context.Request.Query);
        if (query["path"] is not [{ } path] || query["until"] is not [{ } until] || query["key"] is not [{ } key] || !links.Allows(store, path, until, key))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (await context.RequestServices.GetRequiredKeyedService<IBlobDriver>(store).ReadAsync(path, default, context.RequestAborted) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using (file)
        {
            // Whoever wrote the file is not the application: on S3 it comes from elsewhere, and here it must not act in its name.
            context.Response.Headers.ContentSecurityPolicy = "sandbox";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            await Results.Stream(file.Content, file.Info.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Info.Tag}\""), enableRangeProcessing: true).ExecuteAsync(context);
        }
    }
}

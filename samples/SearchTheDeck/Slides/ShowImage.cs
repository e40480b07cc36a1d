using Klotho;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace SearchTheDeck.Slides;

/// <summary><c>GET /slides/{**path}</c>: the pictures, and nothing else that the blob store may hold.</summary>
public static class ShowImage
{
    public static async Task<Results<FileStreamHttpResult, NotFound>> HandleAsync(
        string path,
        HttpResponse response,
        [Persist("images")] IBlobStore images,
        CancellationToken cancel)
    {
        if (!path.StartsWith(ImagePaths.OptimizedImages, StringComparison.Ordinal)
            && !path.StartsWith(ImagePaths.Originals, StringComparison.Ordinal))
        {
            return TypedResults.NotFound();
        }

        var image = await images.ReadAsync(path, cancel);
        if (image is null)
        {
            return TypedResults.NotFound();
        }

        response.RegisterForDisposeAsync(image);
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        // With an ETag the framework answers 304 to who has the image already.
        var tag = new EntityTagHeaderValue($"\"{image.Info.Tag.Trim('"')}\"");
        return TypedResults.Stream(image.Content, image.Info.ContentType, entityTag: tag);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using Klotho;
using Microsoft.AspNetCore.Http.HttpResults;
using SearchTheDeck.Slides;

namespace SearchTheDeck.Upload;

/// <summary>
/// <c>POST /decks/{deck}/slides/{number}?startup=&amp;section=</c> with a PNG or JPEG as the body: keeps the picture
/// and tells the other units of it. Uploading the same again changes nothing.
/// </summary>
public static class UploadSlide
{
    private const string DefaultSection = "General";

    public static async Task<Results<Accepted<UploadReceipt>, Ok<UploadReceipt>, ProblemHttpResult>> HandleAsync(
        string deck,
        int number,
        string? startup,
        string? section,
        Stream body,
        [Persist("images")] IBlobStore images,
        [Persist("slides")] IKeyValueStore<Slide> slides,
        [PubSub("slide-uploaded")] ITopic<SlideUploaded> uploaded,
        TimeProvider clock,
        CancellationToken cancel)
    {
        if (SlideAddress.Parse(deck, number) is not { } address)
        {
            return Refuse($"The deck must be lower-case letters, digits, '-' and '_' (at most 80), the number 1 to {SlideAddress.HighestNumber}.");
        }

        if (Name(startup, deck) is not { } startupName || Name(section, DefaultSection) is not { } sectionName)
        {
            return Refuse($"The startup and the section must be at most {UploadLimits.LongestName} characters, none of them control characters.");
        }

        if (await ReadAsync(body, cancel) is not { } bytes)
        {
            return Refuse($"The picture is over {UploadLimits.LargestPicture / (1024 * 1024)} MB.", StatusCodes.Status413PayloadTooLarge);
        }

        if (Picture.Parse(bytes) is not { } picture || (long)picture.Width * picture.Height is <= 0 or > UploadLimits.MostPixels)
        {
            return Refuse("The body must be a PNG or JPEG picture of at most 50 megapixels.", StatusCodes.Status415UnsupportedMediaType);
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (await slides.GetAsync(address.Key, cancel) is { Value: var slide }
            && (slide.Digest, slide.Startup, slide.Section) == (digest, startupName, sectionName))
        {
            return TypedResults.Ok(new UploadReceipt(deck, number, digest, Ready: true));
        }

        // The picture first: whoever gets the message finds it.
        var path = ImagePaths.Original(deck, number, digest, picture.Extension);
        await images.WriteAsync(path, new MemoryStream(bytes), new BlobWriteOptions { ContentType = picture.MediaType }, cancel);
        await uploaded.PublishAsync(new SlideUploaded(startupName, deck, sectionName, number, path, digest, clock.GetUtcNow()), cancel);
        return TypedResults.Accepted(
            string.Create(CultureInfo.InvariantCulture, $"/decks/{deck}/slides/{number}"),
            new UploadReceipt(deck, number, digest, Ready: false));
    }

    private static ProblemHttpResult Refuse(string detail, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Problem(detail, statusCode: status);

    private static string? Name(string? given, string otherwise)
    {
        var name = string.IsNullOrWhiteSpace(given) ? otherwise : given.Trim();
        return name.Length <= UploadLimits.LongestName && !name.Any(char.IsControl) ? name : null;
    }

    /// <summary>The whole body, or null if it is too large. Counted here, because not every server has a limit of its own.</summary>
    private static async Task<byte[]?> ReadAsync(Stream body, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await body.ReadAsync(buffer, cancel)) > 0;)
        {
            if (bytes.Length + read > UploadLimits.LargestPicture)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}

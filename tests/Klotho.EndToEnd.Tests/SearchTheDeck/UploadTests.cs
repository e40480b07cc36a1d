using System.Net;
using SearchTheDeck.Upload;

namespace Klotho.EndToEnd.Tests.SearchTheDeck;

[Collection(DeckCollection.Name)]
public sealed class UploadTests
{
    [Fact]
    public async Task What_is_no_slide_is_refused_with_a_reason()
    {
        await using var app = await DeckProcess.StartAsync();
        var picture = TwelveSlides.All[0].Picture;

        await RefusedAsync(app, "decks/acme/slides/1", "<svg onload=alert(1)>"u8.ToArray(), HttpStatusCode.UnsupportedMediaType);
        await RefusedAsync(app, "decks/acme/slides/1", [], HttpStatusCode.UnsupportedMediaType);
        await RefusedAsync(app, "decks/acme/slides/1", new byte[UploadLimits.LargestPicture + 1], HttpStatusCode.RequestEntityTooLarge);
        await RefusedAsync(app, "decks/acme/slides/0", picture, HttpStatusCode.BadRequest);
        await RefusedAsync(app, "decks/Acme/slides/1", picture, HttpStatusCode.BadRequest);
        await RefusedAsync(app, "decks/..%2Fetc/slides/1", picture, HttpStatusCode.BadRequest);
        await RefusedAsync(app, "decks/.hidden/slides/1", picture, HttpStatusCode.BadRequest);
        await RefusedAsync(app, $"decks/acme/slides/1?startup={new string('x', 81)}", picture, HttpStatusCode.BadRequest);
    }

    [NeedsFact("tesseract", "cwebp")]
    public async Task Only_pictures_are_served_and_a_known_one_is_not_sent_again()
    {
        await using var app = await DeckProcess.StartAsync();
        var (slide, picture) = TwelveSlides.All[0];
        using var sent = await TwelveSlides.SendAsync(app.Http, slide, picture);
        var path = $"slides/{(await TwelveSlides.FindAsync(app.Http, slide)).Image}";

        using var image = await app.Http.GetAsync(path);
        Assert.Equal("image/webp", image.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", image.Headers.GetValues("Cache-Control").Single());
        using var question = new HttpRequestMessage(HttpMethod.Get, path);
        question.Headers.IfNoneMatch.Add(image.Headers.ETag ?? throw new InvalidOperationException("The image has no ETag."));
        using var known = await app.Http.SendAsync(question);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);

        using var elsewhere = await app.Http.GetAsync("slides/secrets/key");
        using var above = await app.Http.GetAsync("slides/optimized/..%2F..%2Fappsettings.json");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, above.StatusCode);
    }

    private static async Task RefusedAsync(DeckProcess app, string path, byte[] body, HttpStatusCode expected)
    {
        using var response = await app.Http.PostAsync(path, new ByteArrayContent(body));
        Assert.Equal(expected, response.StatusCode);
        Assert.Contains("\"detail\":", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using SearchTheDeck.Demo;
using SearchTheDeck.Import;
using SearchTheDeck.Search;

namespace Klotho.EndToEnd.Tests.SearchTheDeck;

/// <summary>Twelve drawn slides, each with a word in its picture that no other has, and how to send and find them.</summary>
internal static class TwelveSlides
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static IReadOnlyList<(DemoSlide Slide, byte[] Picture)> All { get; } =
        [.. DemoSlide.Take(12).AsParallel().AsOrdered().Select(slide => (slide, SlideArtist.Draw(slide)))];

    public static async Task SendAllAsync(HttpClient http)
    {
        foreach (var (slide, picture) in All)
        {
            using var response = await SendAsync(http, slide, picture);
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }
    }

    public static Task<HttpResponseMessage> SendAsync(HttpClient http, DemoSlide slide, byte[] picture) =>
        http.PostAsync(
            string.Create(CultureInfo.InvariantCulture, $"decks/{DeckOf(slide)}/slides/{slide.Number}?startup={Uri.EscapeDataString(slide.Startup.Name)}&section={slide.Section.Name}"),
            new ByteArrayContent(picture));

    /// <summary>Finds each slide, and only it, by the word in its picture, and loads its image.</summary>
    public static async Task FindAllAsync(HttpClient http)
    {
        foreach (var (slide, _) in All)
        {
            var hit = await FindAsync(http, slide);
            Assert.Equal((slide.Startup.Name, slide.Section.Name, slide.Number), (hit.Startup, hit.Section, hit.Number));
            var (start, length) = Assert.Single(hit.Snippet.Marks);
            Assert.Equal(slide.Keyword, hit.Snippet.Text.Substring(start, length));

            var image = await http.GetByteArrayAsync($"slides/{hit.Image}");
            Assert.Equal("RIFF"u8, image.AsSpan(0, 4));
            Assert.Equal("WEBP"u8, image.AsSpan(8, 4));
        }
    }

    public static async Task<SearchHit> FindAsync(HttpClient http, DemoSlide slide)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var page = await http.GetFromJsonAsync<SearchPage>($"search?q={slide.Keyword}");
            Assert.NotNull(page);
            if (page.Total > 0)
            {
                return Assert.Single(page.Hits);
            }

            Assert.True(DateTime.UtcNow < deadline, $"No slide with '{slide.Keyword}' was found within {Patience}.");
            await Task.Delay(200);
        }
    }

    public static string DeckOf(DemoSlide slide) => ImportedSlide.Slug(slide.Startup.Name);
}

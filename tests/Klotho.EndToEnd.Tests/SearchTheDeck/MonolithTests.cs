using System.Net;
using System.Net.Http.Json;
using SearchTheDeck.Search;
using SearchTheDeck.Upload;

namespace Klotho.EndToEnd.Tests.SearchTheDeck;

[Collection(DeckCollection.Name)]
public sealed class MonolithTests
{
    [NeedsFact("tesseract", "cwebp")]
    public async Task Twelve_slides_are_found_by_the_words_in_their_pictures()
    {
        await using var app = await DeckProcess.StartAsync();
        await TwelveSlides.SendAllAsync(app.Http);
        await TwelveSlides.FindAllAsync(app.Http);

        var narrowed = await app.Http.GetFromJsonAsync<SearchPage>("search?q=percent&startup=Larkspur%20Health");
        Assert.NotNull(narrowed);
        Assert.Equal(2, narrowed.Total);
        Assert.All(narrowed.Hits, hit => Assert.Equal("Larkspur Health", hit.Startup));
        // The other startup stays on offer, with what choosing it would show.
        Assert.Contains(new FacetCount("Orchard Grid", 2), narrowed.Facets["startup"]);
    }

    [NeedsFact("tesseract", "cwebp")]
    public async Task Uploading_the_same_slide_again_changes_nothing()
    {
        await using var app = await DeckProcess.StartAsync();
        var (slide, picture) = TwelveSlides.All[0];
        using var first = await TwelveSlides.SendAsync(app.Http, slide, picture);
        var found = await TwelveSlides.FindAsync(app.Http, slide);

        using var second = await TwelveSlides.SendAsync(app.Http, slide, picture);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.True((await second.Content.ReadFromJsonAsync<UploadReceipt>())?.Ready);
        Assert.Equal(found.Image, (await TwelveSlides.FindAsync(app.Http, slide)).Image);
    }

    [NeedsFact("tesseract", "cwebp")]
    public async Task Another_picture_takes_the_place_of_a_slide()
    {
        await using var app = await DeckProcess.StartAsync();
        var (slide, picture) = TwelveSlides.All[0];
        using var first = await TwelveSlides.SendAsync(app.Http, slide, picture);
        await TwelveSlides.FindAsync(app.Http, slide);

        var (other, otherPicture) = TwelveSlides.All[1];
        using var second = await TwelveSlides.SendAsync(app.Http, slide, otherPicture);
        var hit = await TwelveSlides.FindAsync(app.Http, other);

        Assert.Equal(slide.Number, hit.Number);
        var old = await app.Http.GetFromJsonAsync<SearchPage>($"search?q={slide.Keyword}");
        Assert.Equal(0, old?.Total);
    }

    [NeedsFact("tesseract", "cwebp")]
    public async Task State_survives_a_restart_where_a_data_folder_is_set()
    {
        using var data = new TemporaryFolder();
        var (slide, picture) = TwelveSlides.All[2];
        await using (var app = await DeckProcess.StartAsync(("Klotho__Data", data.Path)))
        {
            using var response = await TwelveSlides.SendAsync(app.Http, slide, picture);
            await TwelveSlides.FindAsync(app.Http, slide);
        }

        await using var again = await DeckProcess.StartAsync(("Klotho__Data", data.Path));
        var page = await again.Http.GetFromJsonAsync<SearchPage>($"search?q={slide.Keyword}");

        var hit = Assert.Single(page?.Hits ?? []);
        Assert.NotEmpty(await again.Http.GetByteArrayAsync($"slides/{hit.Image}"));
    }
}

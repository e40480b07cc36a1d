using System.Net;

namespace Klotho.EndToEnd.Tests.SearchTheDeck;

[Collection(DeckCollection.Name)]
public sealed class SplitTests
{
    [NeedsFact("tesseract", "cwebp")]
    public async Task Three_processes_do_what_one_does()
    {
        using var data = new TemporaryFolder();
        await using var main = await StartUnitAsync("main", data);
        await using var ocr = await StartUnitAsync("ocr", data);
        await using var optimize = await StartUnitAsync("optimize", data);

        await TwelveSlides.SendAllAsync(main.Http);
        await TwelveSlides.FindAllAsync(main.Http);

        // The application's own routes are answered by the default unit only.
        using var refused = await ocr.Http.GetAsync("search");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [NeedsFact("tesseract", "cwebp")]
    public async Task A_slide_waits_for_a_unit_that_is_not_running_yet()
    {
        using var data = new TemporaryFolder();
        await using var main = await StartUnitAsync("main", data);
        var (slide, picture) = TwelveSlides.All[3];
        using var sent = await TwelveSlides.SendAsync(main.Http, slide, picture);

        await using var optimize = await StartUnitAsync("optimize", data);
        await using var ocr = await StartUnitAsync("ocr", data);

        Assert.Equal(slide.Number, (await TwelveSlides.FindAsync(main.Http, slide)).Number);
    }

    private static Task<DeckProcess> StartUnitAsync(string unit, TemporaryFolder data) =>
        DeckProcess.StartAsync(("Klotho__Unit", unit), ("Klotho__Data", data.Path));
}

namespace Klotho.EndToEnd.Tests.SearchTheDeck;

[Collection(DeckCollection.Name)]
public sealed class MissingToolTests
{
    [NeedsFact("tesseract", "cwebp")]
    public async Task A_slide_waits_until_tesseract_is_installed()
    {
        var tesseract = Programs.Path("tesseract");
        using var programs = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(programs.Path, "cwebp"), Programs.Path("cwebp"));
        await using var app = await DeckProcess.StartAsync(("PATH", programs.Path));
        var (slide, picture) = TwelveSlides.All[4];
        using var sent = await TwelveSlides.SendAsync(app.Http, slide, picture);

        await LogsAsync(app, "apt-get install tesseract-ocr");
        File.CreateSymbolicLink(Path.Combine(programs.Path, "tesseract"), tesseract);

        Assert.Equal(slide.Number, (await TwelveSlides.FindAsync(app.Http, slide)).Number);
    }

    private static async Task LogsAsync(DeckProcess app, string text)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (!app.Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(DateTime.UtcNow < deadline, $"The log never said '{text}':\n{app.Output}");
            await Task.Delay(100);
        }
    }
}

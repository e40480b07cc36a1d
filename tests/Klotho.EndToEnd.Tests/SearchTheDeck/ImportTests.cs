using SearchTheDeck.Commands;
using SearchTheDeck.Demo;
using SearchTheDeck.Import;

namespace Klotho.EndToEnd.Tests.SearchTheDeck;

[Collection(DeckCollection.Name)]
public sealed class ImportTests
{
    [NeedsFact("tesseract", "cwebp")]
    public async Task A_folder_is_imported_once_and_then_only_what_changed()
    {
        using var folder = new TemporaryFolder();
        foreach (var (slide, picture) in TwelveSlides.All.Take(3))
        {
            Write(folder, DemoCommand.PathOf(slide), picture);
        }

        await using var app = await DeckProcess.StartAsync();
        var import = new FolderImport(new DeckClient(app.Http));
        var first = await import.SendAsync(ImportedSlide.Find(folder.Path), CancellationToken.None);
        Assert.All(first, outcome => Assert.Equal((null, false), (outcome.Error, outcome.AlreadyThere)));
        Assert.Empty(await import.WaitAsync(first, CancellationToken.None));
        Assert.Equal("Larkspur Health", (await TwelveSlides.FindAsync(app.Http, TwelveSlides.All[0].Slide)).Startup);

        Write(folder, DemoCommand.PathOf(TwelveSlides.All[2].Slide), TwelveSlides.All[7].Picture);
        Write(folder, "Broken/01 Nothing.png", [1, 2, 3]);
        var second = await import.SendAsync(ImportedSlide.Find(folder.Path), CancellationToken.None);

        Assert.Equal([false, true, true, false], second.Select(outcome => outcome.AlreadyThere));
        Assert.Contains("PNG or JPEG", second[0].Error, StringComparison.Ordinal);
        Assert.Null(second[3].Error);
    }

    [Fact]
    public void Names_of_folders_and_files_say_which_slide_it_is()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "Acme & Sons/Seed round/03 Go-to_market.png", []);
        Write(folder, "Acme & Sons/Seed round/notes.txt", []);
        Write(folder, "Solo/intro.jpg", []);

        var slides = ImportedSlide.Find(folder.Path);

        Assert.Equal(
            [("Acme & Sons", "acme-sons-seed-round", "Go to market", 3), ("Solo", "solo", "intro", 1)],
            slides.Select(slide => (slide.Startup, slide.Deck, slide.Section, slide.Number)));
    }

    [Fact]
    public async Task Demo_slides_are_drawn_where_the_importer_reads_them()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, await DemoCommand.RunAsync([folder.Path, "2"]));

        var expected = DemoSlide.Take(2).Select(slide => (slide.Startup.Name, slide.Section.Name, slide.Number));
        Assert.Equal(expected, ImportedSlide.Find(folder.Path).Select(slide => (slide.Startup, slide.Section, slide.Number)));
    }

    private static void Write(TemporaryFolder folder, string path, byte[] content)
    {
        var file = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder.Path);
        File.WriteAllBytes(file, content);
    }
}

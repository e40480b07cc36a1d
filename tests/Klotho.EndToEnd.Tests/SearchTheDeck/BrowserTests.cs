using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Klotho.EndToEnd.Tests.SearchTheDeck;

[Collection(DeckCollection.Name)]
public sealed class BrowserTests
{
    // What a browser for tests needs on a machine without display or internet.
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    [NeedsFact("tesseract", "cwebp", "chromium", "npm")]
    public async Task Slides_are_uploaded_found_and_opened_through_the_page()
    {
        await WebPage.BuildAsync();
        await using var app = await DeckProcess.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Programs.Path("chromium"),
            Args = Flags,
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 860 } });
        await page.GotoAsync($"{app.Http.BaseAddress}");
        await Expect(page.GetByText("No slides yet")).ToBeVisibleAsync();

        await UploadAsync(page);
        await FindEachAsync(page);
        await OpenAsync(page);
        await FilterAsync(page);
    }

    private static async Task UploadAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload slides" }).First.ClickAsync();
        foreach (var deck in TwelveSlides.All.GroupBy(entry => entry.Slide.Startup.Name))
        {
            await page.GetByLabel("Startup").First.FillAsync(deck.Key);
            foreach (var (slide, picture) in deck)
            {
                await page.GetByLabel("Section").First.FillAsync(slide.Section.Name);
                await page.GetByLabel("First slide number").FillAsync($"{slide.Number}");
                await page.Locator("#files").SetInputFilesAsync(new FilePayload
                {
                    Name = $"{slide.Startup.Name} {slide.Section.Name}.png",
                    MimeType = "image/png",
                    Buffer = picture,
                });
            }
        }

        await Expect(page.Locator(".uploads .ready")).ToHaveCountAsync(TwelveSlides.All.Count, new() { Timeout = 120_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Close upload" }).ClickAsync();
    }

    private static async Task FindEachAsync(IPage page)
    {
        foreach (var (slide, _) in TwelveSlides.All)
        {
            await page.GetByLabel("Search slides").FillAsync(slide.Keyword);
            await Expect(page.Locator(".card")).ToHaveCountAsync(1);
            await Expect(page.Locator(".card mark")).ToHaveTextAsync(slide.Keyword);
            await Expect(page.Locator(".card")).ToContainTextAsync(slide.Startup.Name);
        }
    }

    private static async Task OpenAsync(IPage page)
    {
        var slide = TwelveSlides.All[0].Slide;
        await page.GetByLabel("Search slides").FillAsync(slide.Keyword);
        await page.Locator(".card").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync(slide.Keyword);
        await page.WaitForFunctionAsync("() => document.querySelector('dialog img')?.naturalWidth === 1600");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
    }

    private static async Task FilterAsync(IPage page)
    {
        await page.GetByLabel("Search slides").FillAsync("per");
        await page.GetByLabel("Orchard Grid").First.CheckAsync();
        await Expect(page.Locator(".card").First).ToContainTextAsync("Orchard Grid");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await Expect(page.Locator(".card", new() { HasText = "Larkspur Health" }).First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => [...document.images].every(image => image.complete)");
        await page.ScreenshotAsync(new() { Path = WebPage.Screenshot });
    }
}

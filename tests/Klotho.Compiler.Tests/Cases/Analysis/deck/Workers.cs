[ExecUnit("ocr")]
public sealed class OcrWorker([Persist("images")] IBlobStore images, [PubSub("slide-read")] ITopic<SlideRead> read)
{
    [PubSub("slide-uploaded")]
    public async Task Handle(SlideUploaded slide, CancellationToken cancel)
    {
        await using var image = await images.ReadAsync($"{slide.Deck}/{slide.Number}", cancel);
        await read.PublishAsync(new(slide.Deck, slide.Number, "text"), cancel);
    }
}

[ExecUnit("optimize")]
public sealed class Optimizer([Persist("images")] IBlobStore images, [Persist("slides")] IKeyValueStore<SlideRead> slides)
{
    [PubSub("slide-read")]
    public async Task Handle(SlideRead slide, MessageContext context, CancellationToken cancel)
    {
        await ShrinkAsync(images, $"{slide.Deck}/{slide.Number}");
        await slides.PutAsync(slide.Deck, slide, cancel: cancel);
    }

    private static async Task ShrinkAsync(IBlobStore store, string path)
    {
        var image = await store.ReadAsync(path);
        if (image is not null)
        {
            await store.WriteAsync(path + ".webp", image.Content);
        }
    }
}

public sealed class Cleanup([Persist("slides")] IKeyValueStore<SlideRead> slides)
{
    [Schedule("nightly", "0 3 * * *")]
    public async Task Run(CancellationToken cancel) => await slides.DeleteAsync("old", cancel: cancel);
}

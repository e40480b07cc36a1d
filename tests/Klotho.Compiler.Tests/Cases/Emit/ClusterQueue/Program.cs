[assembly: Expose("api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/slides", async (Stream body, [PubSub("slide-uploaded")] ITopic<SlideUploaded> uploaded) =>
    await uploaded.PublishAsync(new("slides/1.png")));
app.Run();

public sealed record SlideUploaded(string Path);

[ExecUnit("ocr")]
public sealed class OcrWorker([Persist("images")] IBlobStore images, [Persist("payment-key")] ISecret key, [Config("page-size")] IConfigValue<int> size)
{
    [PubSub("slide-uploaded")]
    public async Task Handle(SlideUploaded slide, CancellationToken cancel)
    {
        await using var image = await images.ReadAsync(slide.Path, cancel);
        if (size.Value > (await key.ReadAsync(cancel)).Length)
        {
            await images.DeleteAsync(slide.Path);
        }
    }
}

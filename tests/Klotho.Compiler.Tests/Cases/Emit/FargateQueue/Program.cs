[assembly: Expose("api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/slides", async (
    Stream body,
    [Persist("images")] IBlobStore images,
    [PubSub("slide-uploaded")] ITopic<SlideUploaded> uploaded) =>
{
    await images.WriteAsync("slides/1.png", body);
    await uploaded.PublishAsync(new("slides/1.png"));
});
app.Run();

public sealed record SlideUploaded(string Path);

[ExecUnit("ocr")]
public sealed class OcrWorker([Persist("images")] IBlobStore images)
{
    [PubSub("slide-uploaded")]
    public async Task Handle(SlideUploaded slide, CancellationToken cancel)
    {
        await using var image = await images.ReadAsync(slide.Path, cancel);
    }
}

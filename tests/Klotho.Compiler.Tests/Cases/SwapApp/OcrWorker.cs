[ExecUnit("ocr")]
public sealed class OcrWorker(
    [Persist("images")] IBlobStore images, [Persist("api-key")] ISecret key, [PubSub("slide-read")] ITopic<SlideRead> read)
{
    [PubSub("slide-uploaded")]
    public async Task Handle(SlideUploaded slide, CancellationToken cancel)
    {
        await images.ReadAsync(slide.Key, cancel);
        await read.PublishAsync(new(slide.Key, await key.ReadAsync(cancel)), cancel);
    }
}

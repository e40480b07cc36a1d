using Klotho;
using SearchTheDeck.Slides;

namespace SearchTheDeck.Ocr;

/// <summary>Reads each uploaded picture. A unit of its own, because it needs tesseract and by far the most CPU.</summary>
[ExecUnit("ocr")]
public sealed class OcrWorker([Persist("images")] IBlobStore images, [PubSub("slide-read")] ITopic<SlideRead> read)
{
    [PubSub("slide-uploaded")]
    public async Task Handle(SlideUploaded slide, CancellationToken cancel)
    {
        await using var original = await images.ReadAsync(slide.Original, cancel)
            ?? throw new FileNotFoundException($"No picture is stored at '{slide.Original}'.");
        var text = await Tesseract.ReadAsync(original.Content, cancel);
        await read.PublishAsync(new SlideRead(slide, text), cancel);
    }
}

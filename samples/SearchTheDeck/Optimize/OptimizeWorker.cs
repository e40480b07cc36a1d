using Klotho;
using SearchTheDeck.Slides;

namespace SearchTheDeck.Optimize;

/// <summary>Makes the WebP image of a slide that was read, and puts the slide where search finds it.</summary>
[ExecUnit("optimize")]
public sealed class OptimizeWorker(
    [Persist("images")] IBlobStore images,
    [Persist("slides")] IKeyValueStore<Slide> slides,
    ChangeLog changes)
{
    [PubSub("slide-read")]
    public async Task Handle(SlideRead read, CancellationToken cancel)
    {
        var (slide, text) = read;
        var path = ImagePaths.Optimized(slide.Deck, slide.Number, slide.Digest);
        await using (var original = await images.ReadAsync(slide.Original, cancel)
            ?? throw new FileNotFoundException($"No picture is stored at '{slide.Original}'."))
        {
            using var picture = new MemoryStream();
            await original.Content.CopyToAsync(picture, cancel);
            var webp = await WebP.EncodeAsync(picture.ToArray(), cancel);
            await images.WriteAsync(path, new MemoryStream(webp), new BlobWriteOptions { ContentType = "image/webp" }, cancel);
        }

        await KeepAsync(
            new Slide(slide.Startup, slide.Deck, slide.Section, slide.Number, path, text, slide.Digest, slide.UploadedAt),
            cancel);
    }

    private async Task KeepAsync(Slide slide, CancellationToken cancel)
    {
        // Messages may come twice and out of order: a slide only ever gives way to a later upload of itself.
        var present = await slides.GetAsync(slide.Key, cancel);
        if (present is not null && present.Value.UploadedAt > slide.UploadedAt)
        {
            return;
        }

        // Another delivery may write in between: the condition fails then, and this message is delivered again.
        var unchanged = present is null ? WriteCondition.IfAbsent : WriteCondition.IfVersion(present.Version);
        await slides.PutAsync(slide.Key, slide, unchanged, cancel);
        // After the slide: whoever reads the log entry finds the slide. If the process dies in between, the message
        // was not acknowledged and both are written again.
        await changes.AppendAsync(slide.Key, cancel);
    }
}

[ExecUnit("optimize")]
public sealed class Optimizer([Persist("slides")] IKeyValueStore<Slide> slides)
{
    [PubSub("slide-read")]
    public async Task Handle(SlideRead slide, CancellationToken cancel) =>
        await slides.PutAsync(slide.Key, new(slide.Text), cancel: cancel);
}

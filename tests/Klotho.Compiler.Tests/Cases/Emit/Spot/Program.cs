var builder = WebApplication.CreateBuilder(args);
builder.AddKlotho();
var app = builder.Build();
app.MapKlotho();
app.Run();

public sealed record Slide(int Number);

[ExecUnit("ocr")]
public sealed class OcrWorker([PubSub("slide-read")] ITopic<Slide> read)
{
    [PubSub("slide-uploaded")]
    public async Task Handle(Slide slide, CancellationToken cancel) => await read.PublishAsync(slide, cancel);

    [PubSub("slide-read")]
    public Task Index(Slide slide) => Task.CompletedTask;
}

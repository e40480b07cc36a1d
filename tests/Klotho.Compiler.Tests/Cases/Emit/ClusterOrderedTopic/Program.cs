[assembly: Expose("api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks/{deck}/slides/{number:int}", async (string deck, int number, [PubSub("slide-uploaded")] ITopic<SlideUploaded> uploaded) =>
    await uploaded.PublishAsync(new(deck, number)));
app.Run();

[OrderedBy(nameof(SlideUploaded.Deck))]
public sealed record SlideUploaded(string Deck, int Number);

[ExecUnit("ocr")]
public sealed class OcrWorker
{
    [PubSub("slide-uploaded")]
    public Task Handle(SlideUploaded slide) => Task.CompletedTask;
}

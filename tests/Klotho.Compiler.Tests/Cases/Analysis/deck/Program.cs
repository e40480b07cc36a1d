[assembly: Expose("deck-api")]
[assembly: StaticUnit("deck-web", "web/dist", IndexDocument = "index.html", BuildCommand = "npm ci && npm run build", BuildDirectory = "web")]
[assembly: EmbedAssets("fonts", "assets/fonts")]

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<SlideLibrary>();
var app = builder.Build();

app.MapPost("/decks/{deck}/slides/{number:int}", async (
    string deck,
    int number,
    Stream body,
    [Persist("images")] IBlobStore images,
    [PubSub("slide-uploaded")] ITopic<SlideUploaded> uploaded) =>
{
    await images.WriteAsync($"{deck}/{number}", body);
    await uploaded.PublishAsync(new(deck, number));
    return Results.Accepted();
});
app.MapGet("/search", Search.FindAsync);
app.MapGet("/slides/{deck}/{number:int}", ShowSlide);
app.Run();

static async Task<IResult> ShowSlide(string deck, int number, [FromKeyedServices("images")] IBlobStore images) =>
    await images.ReadAsync($"{deck}/{number}") is { } image ? Results.Stream(image.Content) : Results.NotFound();

public sealed record SlideUploaded(string Deck, int Number);

public sealed record SlideRead(string Deck, int Number, string Text);

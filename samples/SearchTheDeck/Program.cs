using Klotho;
using SearchTheDeck.Commands;
using SearchTheDeck.Search;
using SearchTheDeck.Slides;
using SearchTheDeck.Upload;

[assembly: Expose("deck-api")]
[assembly: StaticUnit("deck-web", "web/dist", IndexDocument = "index.html", BuildCommand = "npm ci && npm run build", BuildDirectory = "web")]

// `demo` and `import` are small tools that come with the application; without one of them, it serves.
if (DeckCommands.Find(args) is { } command)
{
    return await command(args[1..]);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddKlothoAws();
builder.AddKlotho();
builder.Services.AddProblemDetails();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ChangeLog>();
builder.Services.AddSingleton<SlideLibrary>();

var app = builder.Build();
app.UseStatusCodePages();
app.MapKlotho();

app.MapPost("/decks/{deck}/slides/{number:int}", UploadSlide.HandleAsync);
app.MapGet("/decks/{deck}/slides/{number:int}", ShowSlide.HandleAsync);
app.MapGet("/search", FindSlides.HandleAsync);
app.MapGet("/slides/{**path}", ShowImage.HandleAsync);

await app.RunAsync();
return 0;

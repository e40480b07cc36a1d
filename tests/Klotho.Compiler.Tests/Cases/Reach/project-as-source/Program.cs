var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Library.Decks.SaveAsync(decks));
app.Run();

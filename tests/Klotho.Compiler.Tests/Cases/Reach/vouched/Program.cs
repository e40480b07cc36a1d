var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/decks", ([Persist("decks", Access = StoreAccess.Read)] IBlobStore decks) => new List<object> { decks }.Count);
app.Run();

[assembly: Expose("api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Hello");
app.MapGet("/Decks/{deck}", (string deck) => deck);
app.MapFallback("{**page}", (string page) => page);
app.Run();

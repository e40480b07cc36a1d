[assembly: Expose("deck-api")]
[assembly: StaticUnit("deck-web", "web/dist")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/search", (string q) => q);
app.Run();

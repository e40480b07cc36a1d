[assembly: Expose("deck-api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/search", (string q) => q);
app.Run();

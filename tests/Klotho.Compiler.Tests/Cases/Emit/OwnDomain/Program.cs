[assembly: Expose("deck-api")]
[assembly: StaticUnit("deck-web", "web/dist", IndexDocument = "index.html")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/search", (string q) => q);
app.MapGet("/slides/{**path}", (string path) => path);
app.Run();

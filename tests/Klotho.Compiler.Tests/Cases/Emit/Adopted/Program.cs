[assembly: Expose("api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/slides/{id}", async (string id, [Persist("slides")] IKeyValueStore<string> slides) => (await slides.GetAsync(id))?.Value);
app.MapPut("/slides/{id}", async (string id, string text, [Persist("slides")] IKeyValueStore<string> slides) => await slides.PutExpiringAsync(id, text, TimeSpan.FromDays(30)));
app.Run();

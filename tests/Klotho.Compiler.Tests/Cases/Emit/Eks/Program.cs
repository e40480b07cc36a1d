[assembly: Expose("api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/{id}", async (string id, [Persist("slides")] IKeyValueStore<Slide> slides) => (await slides.GetAsync(id))?.Value.Name);
app.Run();

public sealed record Slide(string Name);

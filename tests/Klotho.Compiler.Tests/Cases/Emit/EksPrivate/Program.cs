[assembly: Expose("api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "here");
app.Run();

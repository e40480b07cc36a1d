[assembly: Expose("api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/reports", async (string text, [PubSub("report-made")] ITopic<Report> made) => await made.PublishAsync(new(text)));
app.Run();

public sealed record Report(string Text);

[ExecUnit("reader")]
public sealed class Reader
{
    [PubSub("report-made")]
    public Task Handle(Report report) => Task.CompletedTask;
}

using Klotho;
using KlothoWorker;

[assembly: Expose("api")]

var builder = WebApplication.CreateBuilder(args);
builder.AddKlotho();
var app = builder.Build();
app.MapKlotho();
app.MapPost("/jobs/{id}", async (string id, [PubSub("job")] ITopic<Job> jobs, CancellationToken cancel) =>
{
    await jobs.PublishAsync(new Job(id), cancel);
    return Results.Accepted($"/results/{id}");
});
app.MapGet("/results/{id}", async (string id, [Persist("results")] IKeyValueStore<string> results, CancellationToken cancel) =>
    await results.GetAsync(id, cancel) is { } result ? Results.Ok(result.Value) : Results.NotFound());
app.Run();

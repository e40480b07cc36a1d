using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Host;

/// <summary>Handlers that take each kind of resource as a parameter. Compiled with and without the request delegate generator.</summary>
internal static class HostEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPut("/notes/{key}", async (string key, Note note, [Persist("notes")] IKeyValueStore<Note> notes, CancellationToken cancel) =>
        {
            await notes.PutAsync(key, note, cancel: cancel);
            return Results.NoContent();
        });
        app.MapGet("/notes/{key}", async (string key, [FromKeyedServices("notes")] IKeyValueStore<Note> notes) =>
            await notes.GetAsync(key) is { } note ? Results.Ok(note.Value) : Results.NotFound());
        app.MapPut("/files/{name}", async (string name, Stream body, [Persist("files")] IBlobStore files) =>
            (await files.WriteAsync(name, body)).Length);
        app.MapPost("/jobs/{number:int}", async (int number, int milliseconds, [PubSub("jobs")] ITopic<Job> jobs) =>
            await jobs.PublishAsync(new Job(number, milliseconds)));
        app.MapGet("/size", ([Config("size")] IConfigValue<int> size) => size.Value);
        app.MapGet("/key", async ([Persist("key")] ISecret key) => await key.ReadAsync());
    }
}

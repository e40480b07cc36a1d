[assembly: EmbedAssets("models", "./models/")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/thumbnails/{id}", async (string id, IThumbnailer thumbnailer) => await thumbnailer.MakeAsync(id));
app.MapPost("/nested/{id}", (string id, Desk desk) => desk.WorkAsync(id));
app.Run();

public interface IThumbnailer
{
    Task<string> MakeAsync(string id, CancellationToken cancel = default);
}

[ExecUnit("thumbnails")]
public sealed class Thumbnailer([Persist("images")] IBlobStore images, IResizer resizer) : IThumbnailer
{
    public async Task<string> MakeAsync(string id, CancellationToken cancel)
    {
        await images.ReadAsync(id, cancel);
        return resizer.Resize(id);
    }
}

// Used inside its unit only: it may be synchronous.
public interface IResizer
{
    string Resize(string id);
}

[ExecUnit("thumbnails")]
public sealed class Resizer : IResizer
{
    public string Resize(string id) => id;
}

public sealed class Desk(IThumbnailer thumbnailer)
{
    public Task WorkAsync(string id) => thumbnailer.MakeAsync(id);
}

[ExecUnit("reports")]
public sealed class Reports([Persist("images")] IBlobStore images) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await images.StatAsync("report", stoppingToken);
}

public abstract class Hourly : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => WorkAsync(stoppingToken);

    protected abstract Task WorkAsync(CancellationToken stopping);
}

[ExecUnit("reports")]
public sealed class Totals([Persist("totals")] IBlobStore totals) : Hourly
{
    protected override async Task WorkAsync(CancellationToken stopping) => await totals.StatAsync("totals", stopping);
}

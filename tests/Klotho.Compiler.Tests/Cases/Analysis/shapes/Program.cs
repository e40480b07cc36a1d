using System.Runtime.CompilerServices;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IArchive>(services => new Archive(services.GetRequiredKeyedService<IBlobStore>("files")));
builder.Services.AddHostedService<Sweeper>();
var app = builder.Build();

// A local, a conditional access, a lambda that captures, a method group on the store.
app.MapGet("/local", async ([Persist("files")] IBlobStore? files) =>
{
    var same = files;
    await (same?.StatAsync("a") ?? default);
    Func<Task> later = async () => await Task.WhenAll(new[] { "b" }.Select(name => files!.DeleteAsync(name).AsTask()));
    await later();
});
app.MapGet("/group", ([Persist("grouped")] IBlobStore grouped) => Call(grouped.ReadAsync));

// Through an interface, a factory, a base class, a generic class, a property and a circle of calls.
app.MapGet("/archive", (IArchive archive) => archive.KeepAsync());
app.MapGet("/derived", (DerivedStore store) => store.SaveAsync());
app.MapGet("/generic", (Repository<string> repository) => repository.Walk(3));
app.MapGet("/record", (Deps deps) => deps.Store.ListAsync());
app.MapGet("/awaited", async (Provider provider) => await (await provider.GetAsync()).WriteAsync("a", Stream.Null));

// What cannot be followed is widened.
app.MapGet("/escape", ([Persist("escaped")] IBlobStore escaped) => new List<object> { escaped }.Count);
app.MapGet("/settings", ([Config("page-size")] IConfigValue<int> size, [Config("token", Secret = true)] IConfigValue<string> token) => size.Value + token.Value);
app.Run();

static ValueTask<Blob?> Call(Func<string, CancellationToken, ValueTask<Blob?>> read) => read("a", default);

public interface IArchive
{
    Task KeepAsync();
}

public sealed class Archive : IArchive
{
    private readonly IBlobStore store;

    public Archive(IBlobStore store) => this.store = store ?? throw new ArgumentNullException(nameof(store));

    public async Task KeepAsync() => await store.WriteAsync("kept", Stream.Null);
}

public abstract class BaseStore(IBlobStore inner)
{
    protected IBlobStore Inner { get; } = inner;

    public abstract Task SaveAsync();
}

public sealed class DerivedStore([Persist("derived")] IBlobStore store) : BaseStore(store)
{
    public override async Task SaveAsync() => await Inner.DeleteAsync("x");
}

public sealed class Repository<T>([Persist("walked")] IKeyValueStore<string> store)
{
    private (IKeyValueStore<string>? First, int Count) state;

    private IKeyValueStore<string>? kept;
    private int count;

    public async Task Walk(int depth)
    {
        (kept, count) = (store, depth);
        state = (null, count);
        await Back(depth - 1);
    }

    private async Task Back(int depth)
    {
        await kept!.GetAsync(state.Count.ToString());
        if (depth > 0)
        {
            await Walk(depth);
        }
    }
}

public sealed record Deps([Persist("recorded")] IBlobStore Store);

public sealed class Provider([Persist("provided")] IBlobStore store)
{
    public async Task<IBlobStore> GetAsync()
    {
        await Task.Yield();
        return store;
    }
}

public sealed class Sweeper([Persist("swept")] IBlobStore swept) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var file in swept.ListAsync(cancel: stoppingToken))
        {
            await Helpers.DropAsync(swept, file.Path);
        }
    }
}

public static class Helpers
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ValueTask<bool> DropAsync(this IBlobStore store, string path) => store.DeleteAsync(path);
}

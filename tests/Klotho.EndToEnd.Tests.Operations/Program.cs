// One route per operation of the runtime's interfaces, named after it, so that a test can see which calls of AWS each one makes.
using Klotho;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<IEcho, Echo>();
builder.AddKlothoAws();
builder.AddKlothoRedis();
builder.AddKlotho();
builder.AddKlothoDbContext<RowsContext>("rows");
builder.Services.Configure<KlothoOptions>(options =>
{
    // Short, so that retries, renewed leases and dead letters happen while the test looks.
    options.Lease = TimeSpan.FromSeconds(2);
    options.MaxAttempts = 2;
    options.RetryDelays = [TimeSpan.FromMilliseconds(200)];
});
var app = builder.Build();
app.MapKlotho();

app.MapPost("/IKeyValueStore.PutAsync", async ([Persist("notes")] IKeyValueStore<string> notes) => (await notes.PutAsync("deck/1", "text")).Token);
app.MapPost("/IKeyValueStore.GetAsync", async ([Persist("notes")] IKeyValueStore<string> notes) => (await notes.GetAsync("deck/1"))?.Value);
app.MapPost("/IKeyValueStore.QueryAsync", async ([Persist("notes")] IKeyValueStore<string> notes) => await notes.QueryAsync("deck/").CountAsync());
app.MapPost("/IKeyValueStore.ScanAsync", async ([Persist("notes")] IKeyValueStore<string> notes) => await notes.ScanAsync().CountAsync());
app.MapPost("/IKeyValueStore.DeleteAsync", async ([Persist("notes")] IKeyValueStore<string> notes) => await notes.DeleteAsync("deck/1"));

app.MapPost("/IKeyValueStore.PutExpiringAsync", async ([Persist("notes")] IKeyValueStore<string> notes) => (await notes.PutExpiringAsync("deck/2", "text", TimeSpan.FromHours(1))).Token);
app.MapPost("/IKeyValueStore.PutManyAsync", async ([Persist("notes")] IKeyValueStore<string> notes) => await notes.PutManyAsync(Enumerable.Range(0, 30).ToDictionary(number => $"deck/{number}", number => $"{number}")));
app.MapPost("/IKeyValueStore.GetManyAsync", async ([Persist("notes")] IKeyValueStore<string> notes) => (await notes.GetManyAsync(Enumerable.Range(0, 130).Select(number => $"deck/{number}"))).Count);
app.MapPost("/IKeyValueStore.DeleteManyAsync", async ([Persist("notes")] IKeyValueStore<string> notes) => await notes.DeleteManyAsync(Enumerable.Range(0, 30).Select(number => $"deck/{number}")));

var (small, large) = (new BlobInfo("", 0, "", ""), new BlobInfo("", 0, "", ""));
app.MapPost("/IBlobStore.WriteAsync", async ([Persist("files")] IBlobStore files) =>
{
    small = await files.WriteAsync("small", new MemoryStream(new byte[1024]));
    large = await files.WriteAsync("large", new MemoryStream(new byte[BrokenStream.Size]));
    try
    {
        await files.WriteAsync("broken", new BrokenStream());
    }
    catch (IOException)
    {
        return "two written, one given up";
    }

    return "three written";
});
app.MapPost("/IBlobStore.ReplaceAsync", async ([Persist("files")] IBlobStore files) =>
{
    await files.ReplaceAsync("small", small.Tag, new MemoryStream(new byte[1025]));
    var replaced = await files.ReplaceAsync("large", large.Tag, new MemoryStream(new byte[BrokenStream.Size + 1]));
    try
    {
        await files.ReplaceAsync("small", small.Tag, new MemoryStream(new byte[1026]));
    }
    catch (ConcurrencyException)
    {
        try
        {
            await files.ReplaceAsync("large", replaced.Tag, new BrokenStream());
        }
        catch (IOException)
        {
            return "two replaced, one refused, one given up";
        }
    }

    return "more replaced";
});
app.MapPost("/IBlobStore.ReadAsync", async ([Persist("files")] IBlobStore files) =>
{
    await using var there = await files.ReadAsync("small") ?? throw new FileNotFoundException("small");
    await there.Content.CopyToAsync(Stream.Null);
    await using var part = await files.ReadAsync("small", BlobRange.Of(10, 20));
    await using var nothing = await files.ReadAsync("small", BlobRange.From(2000));
    return await files.ReadAsync("gone") is null;
});
app.MapPost("/IBlobStore.StatAsync", async ([Persist("files")] IBlobStore files) => (await files.StatAsync("small") is not null, await files.StatAsync("gone") is null));
app.MapPost("/IBlobStore.LinkAsync", async ([Persist("files")] IBlobStore files) =>
{
    using var http = new HttpClient();
    using var there = await http.GetAsync(await files.LinkAsync("small", TimeSpan.FromMinutes(1)));
    using var gone = await http.GetAsync(await files.LinkAsync("gone", TimeSpan.FromMinutes(1)));
    return ((int)there.EnsureSuccessStatusCode().StatusCode, (int)gone.StatusCode);
});
app.MapPost("/IBlobStore.ListAsync", async ([Persist("files")] IBlobStore files) => await files.ListAsync("s").CountAsync());
app.MapPost("/IBlobStore.DeleteAsync", async ([Persist("files")] IBlobStore files) => (await files.DeleteAsync("small"), await files.DeleteAsync("gone")));

app.MapPost("/ISecret.ReadAsync", async ([Persist("vault-key")] ISecret vault, [Persist("parameter-key")] ISecret parameter) => $"{await vault.ReadAsync()} {await parameter.ReadAsync()}");
app.MapPost("/IConfigValue.Value", ([Config("setting")] IConfigValue<string> setting) => setting.Value);
app.MapPost("/IEcho.SayAsync", (IEcho echo, CancellationToken cancel) => echo.SayAsync("hello", cancel));

app.MapPost("/ITopic.PublishAsync", async (string says, [PubSub("news")] ITopic<Event> news, [PubSub("signals")] ITopic<Event> signals) =>
{
    await news.PublishAsync(new Event(says));
    await signals.PublishAsync(new Event(says));
});
app.MapPost("/ITopic.PublishManyAsync", async (string says, [PubSub("news")] ITopic<Event> news, [PubSub("signals")] ITopic<Event> signals) =>
{
    await news.PublishManyAsync([new Event(says), new Event(says)]);
    await signals.PublishManyAsync([new Event(says), new Event(says)]);
});
app.Run();

internal sealed record Event(string Says);

/// <summary>Handles at once, slowly, later, or never.</summary>
[ExecUnit("handler")]
internal sealed class Handler
{
    [PubSub("news")]
    public async Task Handle(Event happened, CancellationToken cancel)
    {
        if (happened.Says == "slow")
        {
            await Task.Delay(TimeSpan.FromSeconds(3), cancel);
        }
        else if (happened.Says == "wrong")
        {
            throw new InvalidOperationException("This one cannot be handled.");
        }
        else if (happened.Says == "later")
        {
            throw new RetryLaterException("This one cannot be handled yet.", TimeSpan.FromMinutes(1));
        }
    }
}

internal sealed class Row
{
    public int Id { get; init; }
}

[Persist("rows")]
internal sealed class RowsContext(DbContextOptions<RowsContext> options) : DbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();
}

/// <summary>One schedule for each operation that signs in: a process that has signed in for one operation does not for the next.</summary>
[ExecUnit("keeper")]
internal sealed class Keeper(RowsContext rows, [Persist("near")] IDistributedCache near, [Persist("lasting")] IDistributedCache lasting)
{
    private const string Nightly = "0 3 * * *";

    [Schedule("dbcontext-savechangesasync", Nightly)]
    public async Task Save(CancellationToken cancel)
    {
        rows.Rows.Add(new Row());
        await rows.SaveChangesAsync(cancel);
    }

    [Schedule("dbcontext-query", Nightly)]
    public Task Query(CancellationToken cancel) => rows.Rows.CountAsync(cancel);

    [Schedule("idistributedcache-getasync", Nightly)]
    public async Task Get(CancellationToken cancel) => _ = (await near.GetAsync("a", cancel), await lasting.GetAsync("a", cancel));

    [Schedule("idistributedcache-setasync", Nightly)]
    public async Task Set(CancellationToken cancel)
    {
        await near.SetAsync("a", [1], new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromMinutes(1) }, cancel);
        await lasting.SetAsync("a", [1], new DistributedCacheEntryOptions(), cancel);
    }

    [Schedule("idistributedcache-refreshasync", Nightly)]
    public async Task Refresh(CancellationToken cancel)
    {
        await near.RefreshAsync("a", cancel);
        await lasting.RefreshAsync("a", cancel);
    }

    [Schedule("idistributedcache-removeasync", Nightly)]
    public async Task Remove(CancellationToken cancel)
    {
        await near.RemoveAsync("a", cancel);
        await lasting.RemoveAsync("a", cancel);
    }

    [Schedule("idistributedcache-get", Nightly)]
    public Task GetAtOnce(CancellationToken cancel)
    {
        near.Get("a");
        lasting.Get("a");
        return Task.CompletedTask;
    }

    [Schedule("idistributedcache-set", Nightly)]
    public Task SetAtOnce(CancellationToken cancel)
    {
        near.Set("a", [1], new DistributedCacheEntryOptions());
        lasting.Set("a", [1], new DistributedCacheEntryOptions());
        return Task.CompletedTask;
    }

    [Schedule("idistributedcache-refresh", Nightly)]
    public Task RefreshAtOnce(CancellationToken cancel)
    {
        near.Refresh("a");
        lasting.Refresh("a");
        return Task.CompletedTask;
    }

    [Schedule("idistributedcache-remove", Nightly)]
    public Task RemoveAtOnce(CancellationToken cancel)
    {
        near.Remove("a");
        lasting.Remove("a");
        return Task.CompletedTask;
    }
}

/// <summary>Another unit's.</summary>
internal interface IEcho
{
    Task<string> SayAsync(string word, CancellationToken cancel);
}

[ExecUnit("echo")]
internal sealed class Echo : IEcho
{
    public Task<string> SayAsync(string word, CancellationToken cancel) => Task.FromResult(word);
}

/// <summary>More than S3 takes in one part, and then an error.</summary>
internal sealed class BrokenStream : MemoryStream
{
    public const int Size = 9 * 1024 * 1024;

    public BrokenStream()
        : base(new byte[Size])
    {
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The line is broken.");
}

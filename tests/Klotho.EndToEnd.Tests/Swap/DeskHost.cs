using System.Net.Http.Headers;
using System.Security.Cryptography;
using Klotho.EndToEnd.Tests.SearchTheDeck;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>The application as it runs in a place: as one process, or as one for each unit.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    private const string Main = "main";

    // Where units listen in a cluster and on Fargate.
    private const int Port = 8080;

    private readonly SortedDictionary<string, DeckProcess> _processes = new(StringComparer.Ordinal);
    private readonly Place _place;

    private DeskHost(Place place) => _place = place;

    /// <summary>Answers the application's routes.</summary>
    public HttpClient Http => _processes[Main].Http;

    public IEnumerable<DeckProcess> Processes => _processes.Values;

    /// <summary>What was printed, for who asks why a test fails.</summary>
    public string Output => string.Join('\n', _processes.Select(process => $"-- {process.Key}\n{process.Value.Output}"));

    /// <summary>The digest of the file that the processes run.</summary>
    public string Digest { get; } = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(DeskProcesses.File)));

    public static Task<DeskHost> WholeAsync(Place place, bool hold = false) => OpenAsync(place, host => host.AddAsync(Main, place.Whole, hold));

    /// <summary>Starts all units; <c>main</c> last, because it is given the addresses of others, which are known when they listen.</summary>
    public static Task<DeskHost> SplitAsync(Place place) => OpenAsync(place, async host =>
    {
        await Task.WhenAll(place.Units.Keys.Where(unit => unit != Main).Select(unit => host.StartAsync(unit)));
        await host.StartAsync(Main);
    });

    /// <summary>The process that runs a unit.</summary>
    public DeckProcess Of(string unit) => _processes.GetValueOrDefault(unit) ?? _processes[Main];

    /// <param name="unit">The unit.</param>
    /// <param name="hold">Whether the ledger keeps every message in hand.</param>
    public async Task StartAsync(string unit, bool hold = false)
    {
        var settings = new Settings(_place.Units[unit]);
        foreach (var (variable, other, address) in settings.Calls.ToList())
        {
            Assert.True(new Uri(address) is { Port: Port } named && named.Host.Split('.')[0] == other, $"{unit} would call {other} at {address}.");
            settings[variable] = $"{Of(other).Http.BaseAddress}";
        }

        await AddAsync(unit, settings, hold);
    }

    /// <summary>Ends a unit's process as a crash does.</summary>
    public async Task KillAsync(string unit)
    {
        if (_processes.Remove(unit, out var process))
        {
            await process.DisposeAsync();
        }
    }

    /// <summary>Ends all processes in good order.</summary>
    public Task StopAsync() => Task.WhenAll(_processes.Values.Select(process => process.StopAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values)
        {
            await process.DisposeAsync();
        }
    }

    private static async Task<DeskHost> OpenAsync(Place place, Func<DeskHost, Task> start)
    {
        var host = new DeskHost(place);
        try
        {
            await start(host);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private async Task AddAsync(string unit, Settings settings, bool hold)
    {
        // Units start at the same time.
        var process = await DeskProcesses.StartListeningAsync(new(settings) { ["Desk__Hold"] = $"{hold}" });
        process.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Place.Token);
        lock (_processes)
        {
            _processes[unit] = process;
        }
    }
}

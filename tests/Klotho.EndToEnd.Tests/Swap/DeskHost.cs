using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Klotho.EndToEnd.Tests.SearchTheDeck;
using Klotho.Runtime.Tests;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>The application as it runs in a place: as one process, or as one for each unit.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    private const string Main = "main";

    // Where units listen in a cluster and on Fargate.
    private const int Port = 8080;

    private readonly SortedDictionary<string, DeckProcess> _processes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, DeskFunction> _functions = new(StringComparer.Ordinal);
    private readonly Place _place;
    private readonly bool _withFunctions;

    private DeskHost(Place place, bool withFunctions) => (_place, _withFunctions) = (place, withFunctions);

    /// <summary>Answers the application's routes.</summary>
    public HttpClient Http => _processes[Main].Http;

    /// <summary>The processes that show what they are bound to, which is only on their own machine: a function has no way there.</summary>
    public IEnumerable<DeckProcess> Processes => _processes.Where(process => !_functions.ContainsKey(process.Key)).Select(process => process.Value);

    /// <summary>What was printed, for who asks why a test fails.</summary>
    public string Output => string.Join('\n', _processes.Select(process => $"-- {process.Key}\n{process.Value.Output}"));

    /// <summary>The digest of the file that the processes run.</summary>
    public string Digest { get; } = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(DeskProcesses.File)));

    public static Task<DeskHost> WholeAsync(Place place, bool hold = false) => OpenAsync(new(place, withFunctions: false), host => host.AddAsync(Main, place.Whole, hold));

    /// <summary>Starts all units; <c>main</c> last, because it is given the addresses of others, which are known when they listen.</summary>
    /// <param name="place">Where.</param>
    /// <param name="withFunctions">Whether those that are planned on Lambda run there.</param>
    public static Task<DeskHost> SplitAsync(Place place, bool withFunctions = false) => OpenAsync(new(place, withFunctions), async host =>
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

    /// <summary>Runs the schedule's method once: as a function that is invoked for it, else in a process of its own.</summary>
    /// <param name="unit">The unit whose schedule it is.</param>
    public async Task RunScheduleAsync(string unit)
    {
        if (_functions.TryGetValue(unit, out var function))
        {
            await function.RunScheduleAsync(Place.Schedule);
            return;
        }

        await using var run = DeskProcesses.Start(_place.Scheduled);
        Assert.True(await run.EndAsync() == 0, run.Output);
    }

    /// <summary>Waits for a dead letter of a unit about an order; why it is one.</summary>
    public async Task<string> ReasonAsync(string unit, string order)
    {
        if (_functions.TryGetValue(unit, out var function))
        {
            return await function.ReasonAsync(order);
        }

        JsonNode? letter = null;
        await Eventually.IsTrueAsync(async () => (letter = await LetterAsync(unit, order)) is not null, $"the order is a dead letter: {Output}");
        return $"{letter?["reason"]}";
    }

    /// <summary>Puts a unit's dead letter about an order back, with the others of its handler.</summary>
    public async Task RedriveAsync(string unit, string order)
    {
        if (_functions.TryGetValue(unit, out var function))
        {
            await function.RedriveAsync();
            return;
        }

        var letter = await LetterAsync(unit, order);
        using var redriven = await Of(unit).Http.PostAsync($"_klotho/dead-letters/{letter?["topic"]}/{letter?["subscriber"]}/redrive", null);
        Assert.True(redriven.IsSuccessStatusCode, Output);
    }

    /// <summary>Ends a unit's process as a crash does.</summary>
    public async Task KillAsync(string unit)
    {
        _processes.Remove(unit, out var process);
        if (_functions.Remove(unit, out var function))
        {
            await function.DisposeAsync();
        }
        else if (process is not null)
        {
            await process.DisposeAsync();
        }
    }

    /// <summary>Ends all processes in good order.</summary>
    public Task StopAsync() => Task.WhenAll(_processes.Values.Select(process => process.StopAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var unit in _processes.Keys.ToList())
        {
            await KillAsync(unit);
        }
    }

    private static async Task<DeskHost> OpenAsync(DeskHost host, Func<DeskHost, Task> start)
    {
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
        var all = new Settings(settings) { ["Desk__Hold"] = $"{hold}" };
        var function = _withFunctions && _place.Functions.Contains(unit) ? await DeskFunction.StartAsync(all) : null;
        var process = function?.Process ?? await DeskProcesses.StartListeningAsync(all);
        process.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Place.Token);

        // Units start at the same time.
        lock (_processes)
        {
            _processes[unit] = process;
            if (function is not null)
            {
                _functions[unit] = function;
            }
        }
    }

    private async Task<JsonNode?> LetterAsync(string unit, string order) =>
        (await Of(unit).Http.GetFromJsonAsync<JsonArray>("_klotho/dead-letters"))?.FirstOrDefault(each => $"{each}".Contains(order, StringComparison.Ordinal));
}

using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>The technologies below an application, and what stands before them.</summary>
internal sealed class FaultStack(string name) : IAsyncDisposable
{
    /// <summary>How many of ten thousand requests of HTTP meet each fate.</summary>
    public static readonly IReadOnlyList<(Fate Fate, int Share)> SharesOfHttp =
        [(Fate.Delay, 500), (Fate.Duplicate, 100), (Fate.Throttle, 100), (Fate.Cut, 60), (Fate.LoseAnswer, 60), (Fate.Refuse, 60), (Fate.SlowDown, 60)];

    private readonly List<IAsyncDisposable> _proxies = [];

    public string Name { get; } = name;

    /// <summary>Whether the order of parcels is kept, lane by lane.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>The topic that messages go by; whoever publishes is asked to at its path.</summary>
    public string Topic { get; init; } = "parcels";

    /// <summary>The unit that handles messages.</summary>
    public string Handler { get; init; } = "depot";

    /// <summary>Whether processes that publish are killed, too.</summary>
    public bool IsPublisherMortal { get; init; }

    /// <summary>Looks at what is kept in the end, without faults.</summary>
    public Func<FaultStack, FaultPlan, Task<FaultOutcome>> LookAsync { get; init; } = KeptParcels.LookAsync;

    /// <summary>The settings of the application's processes, by way of the faults.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>The bindings of what is looked at in the end, without faults.</summary>
    public Dictionary<string, string?> Direct { get; } = new(StringComparer.Ordinal);

    public List<Fates> Fates { get; } = [];

    /// <summary>Adds what opens the bindings.</summary>
    public Action<IHostApplicationBuilder> Configure { get; init; } = static _ => { };

    /// <summary>Has requests of HTTP meet all that can befall them.</summary>
    public async Task<string> HttpAsync(Uri target, int seed)
    {
        var fates = new Fates(seed, SharesOfHttp);
        Fates.Add(fates);
        var proxy = await FaultyHttpProxy.StartAsync(target, fates);
        _proxies.Add(proxy);
        return proxy.Address.ToString();
    }

    /// <summary>Has streams meet what can befall them.</summary>
    public int Tcp(int target, int seed)
    {
        var fates = new Fates(seed, (Fate.Delay, 300), (Fate.Throttle, 50), (Fate.Cut, 10), (Fate.LoseAnswer, 10));
        Fates.Add(fates);
        var proxy = new FaultyTcpProxy(target, fates);
        _proxies.Add(proxy);
        return proxy.Port;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in _proxies)
        {
            await proxy.DisposeAsync();
        }
    }
}

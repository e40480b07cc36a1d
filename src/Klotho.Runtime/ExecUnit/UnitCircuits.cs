using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Klotho.Wiring;

/// <summary>Which methods of other units are spared. Each by itself: a slow one must not keep callers from the others.</summary>
internal sealed class UnitCircuits(IOptions<KlothoOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Unit, string Method), UnitCircuit> _circuits = new();

    public UnitCircuit Of(UnitCall call) =>
        _circuits.GetOrAdd((call.Unit, call.Method), static (_, at) => new UnitCircuit(at.Value, at.Time), (options.Value, Time: time));

    /// <summary>The methods of a unit that are spared, sorted.</summary>
    public IReadOnlyList<string> SparedOf(string unit) =>
        [.. _circuits.Where(circuit => circuit.Key.Unit == unit && circuit.Value.IsOpen).Select(circuit => circuit.Key.Method).Order(StringComparer.Ordinal)];
}

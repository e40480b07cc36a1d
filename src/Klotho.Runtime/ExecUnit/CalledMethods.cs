using System.Collections.Concurrent;
using Klotho.Drivers;

namespace Klotho.Wiring;

/// <summary>What this process knows of the methods of other units that it may call.</summary>
internal sealed class CalledMethods(IEnumerable<CalledMethod> methods, PayloadSerializer serializer)
{
    private readonly Dictionary<(string Unit, string Method), CalledMethod> _methods =
        methods.DistinctBy(method => (method.Unit, method.Method)).ToDictionary(method => (method.Unit, method.Method));

    private readonly ConcurrentDictionary<CalledMethod, string?> _digests = new();

    /// <summary>The ids of the units, sorted.</summary>
    public IEnumerable<string> Units => _methods.Keys.Select(method => method.Unit).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether a call may be made again that may have run.</summary>
    public bool IsRepeatable(UnitCall call) => _methods.TryGetValue((call.Unit, call.Method), out var method) && method.IsRepeatable;

    /// <summary>The digest of a method's contract here; null where there is none.</summary>
    public string? ContractOf(UnitCall call) => _methods.TryGetValue((call.Unit, call.Method), out var method)
        ? _digests.GetOrAdd(method, static (asked, json) => asked.Contract?.Digest(json.Options), serializer)
        : null;
}

using Klotho;

namespace KlothoApp;

/// <summary>Greets by name and counts how often it did.</summary>
[ExecUnit("greeter")]
public sealed class Greeter([Persist("visits")] IKeyValueStore<int> visits) : IGreeter
{
    public async Task<string> GreetAsync(string name, CancellationToken cancel = default)
    {
        var last = await visits.GetAsync(name, cancel);
        var visit = (last?.Value ?? 0) + 1;

        // Of two that greet at once, the second is told so instead of losing a visit.
        await visits.PutAsync(name, visit, last is null ? WriteCondition.IfAbsent : WriteCondition.IfVersion(last.Version), cancel);
        return $"Hello {name}, visit {visit}";
    }
}

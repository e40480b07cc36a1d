using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>The faults that this process is to live with, if any: <c>Klotho:Chaos</c>.</summary>
internal sealed class Chaos
{
    public const string Key = "Klotho:Chaos";

    private readonly ConcurrentDictionary<string, ChaosDice> _dice = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The setting cannot be read, or the process is a deployed one.</exception>
    public Chaos(IConfiguration configuration, ResourceBindings bindings)
    {
        if (configuration[Key] is not { Length: > 0 } text)
        {
            return;
        }

        if (bindings.IsDeployed)
        {
            throw new InvalidOperationException($"{Key} is set in a deployed process, which must not fail on purpose. Unset it.");
        }

        Settings = ChaosSettings.Parse(text, out var mistake) ?? throw new InvalidOperationException($"{Key}: {mistake}.");
    }

    /// <summary>What was asked for; null where nothing was.</summary>
    public ChaosSettings? Settings { get; }

    /// <summary>The faults of one resource; null where there are none.</summary>
    /// <param name="resource">Its section and id, <c>Persist:images</c>.</param>
    public ChaosDice? DiceOf(string resource) =>
        Settings is { } settings ? _dice.GetOrAdd(resource, static (name, settings) => new ChaosDice(settings, name), settings) : null;
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Klotho.Drivers;

/// <summary>The values that this process's settings refer to, each kept once.</summary>
internal sealed class ReferencedValues(ValueSources sources, IOptions<KlothoOptions> options, TimeProvider time, ILogger<ReferencedValues> logger)
{
    private readonly ConcurrentDictionary<ResourceBinding, ReferencedValue> _values = new();

    /// <summary>What a setting refers to; null where it holds the value itself.</summary>
    public ReferencedValue? Find(string key, string? text) =>
        text is not null && ResourceBinding.TryParse(key, text) is { } reference && sources.Has(reference.Scheme) ? Of(reference) : null;

    /// <summary>What a reference names.</summary>
    /// <exception cref="InvalidOperationException">No source has its scheme, or it is malformed; the message names its key.</exception>
    public ReferencedValue Of(ResourceBinding reference)
    {
        sources.Check(reference);
        return _values.GetOrAdd(reference, asked => new ReferencedValue(asked, sources, options.Value.ValueRefresh, time, logger));
    }
}

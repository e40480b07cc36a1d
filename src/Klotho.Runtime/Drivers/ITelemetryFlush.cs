namespace Klotho.Drivers;

/// <summary>
/// Sends what the process has told of itself and not sent yet: whoever sends it in batches has a service of this type. A <see cref="TriggeringHost"/>, which freezes
/// the process between requests, calls it at the end of each: what waits for the next batch would wait for the next request, or be lost with the process.
/// </summary>
public interface ITelemetryFlush
{
    /// <summary>Sends it. What cannot be sent in time waits for the next batch or the next call; nothing is thrown.</summary>
    /// <param name="patience">How long it may take.</param>
    ValueTask FlushAsync(TimeSpan patience);
}

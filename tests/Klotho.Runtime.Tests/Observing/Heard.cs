using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Klotho.Runtime.Tests.Observing;

/// <summary>Listens to what the runtime tells in this process.</summary>
internal sealed class Heard : IDisposable
{
    private readonly ActivityListener _activities = new()
    {
        ShouldListenTo = source => source.Name == KlothoTelemetry.Name,
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    private readonly MeterListener _meters = new();

    public Heard()
    {
        _activities.ActivityStopped = Activities.Enqueue;
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == KlothoTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) =>
            Measured.Enqueue((string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)), seconds)));
        _meters.Start();
    }

    public ConcurrentQueue<Activity> Activities { get; } = new();

    public ConcurrentQueue<(string Tags, double Seconds)> Measured { get; } = new();

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }
}

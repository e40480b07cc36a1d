using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Microsoft.Extensions.Hosting;

/// <summary>Has the signals that are sent do so at once, beside each other.</summary>
internal sealed class TelemetryFlush(IServiceProvider services) : ITelemetryFlush
{
    public async ValueTask FlushAsync(TimeSpan patience)
    {
        var milliseconds = (int)patience.TotalMilliseconds;

        // Each blocks its thread until the collector has answered.
        await Task.WhenAll(
            Task.Run(() => services.GetService<TracerProvider>()?.ForceFlush(milliseconds)),
            Task.Run(() => services.GetService<MeterProvider>()?.ForceFlush(milliseconds)),
            Task.Run(() => services.GetService<LoggerProvider>()?.ForceFlush(milliseconds)));
    }
}

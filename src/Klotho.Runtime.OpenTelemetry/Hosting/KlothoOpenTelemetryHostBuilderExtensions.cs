using Klotho;
using Klotho.Drivers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Microsoft.Extensions.Hosting;

/// <summary>Sends what the process tells of itself to a collector.</summary>
public static class KlothoOpenTelemetryHostBuilderExtensions
{
    private const string Protocol = "OTEL_EXPORTER_OTLP";

    // Klotho's own; a request that came in, by ASP.NET Core; a request that went out, by HttpClient.
    private static readonly string[] Sources = [KlothoTelemetry.Name, "Klotho.Aws.Lambda", "Microsoft.AspNetCore", "System.Net.Http"];

    private static readonly string[] Meters =
        [KlothoTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];

    /// <summary>
    /// Sends traces, metrics and logs over OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> or that of one signal
    /// (<c>OTEL_EXPORTER_OTLP_TRACES_ENDPOINT</c>, <c>…_METRICS_…</c>, <c>…_LOGS_…</c>) says where to; otherwise it adds nothing, and nothing
    /// listens. The other variables of the OpenTelemetry specification hold as well: protocol, headers, sampling, intervals. The service is
    /// <c>OTEL_SERVICE_NAME</c>, else the application's name, with the unit where the process runs one.
    /// </summary>
    public static TBuilder AddKlothoOpenTelemetry<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        bool IsSent(string signal) => !string.Equals(builder.Configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase) &&
            (builder.Configuration[$"{Protocol}_ENDPOINT"] is { Length: > 0 } || builder.Configuration[$"{Protocol}_{signal}_ENDPOINT"] is { Length: > 0 });
        if (!IsSent("TRACES") && !IsSent("METRICS") && !IsSent("LOGS"))
        {
            return builder;
        }

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ITelemetryFlush, TelemetryFlush>());
        var unit = builder.Configuration["Klotho:Unit"];
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource
            .AddService(ServiceName(builder, unit))
            .AddAttributes(unit is { Length: > 0 } ? [new("klotho.unit", unit)] : [])
            .AddEnvironmentVariableDetector());
        if (IsSent("TRACES"))
        {
            telemetry.WithTracing(tracing => tracing.AddSource(Sources).AddOtlpExporter(options => Set(options, builder.Configuration, "TRACES")));
        }

        if (IsSent("METRICS"))
        {
            telemetry.WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter(options => Set(options, builder.Configuration, "METRICS")));
        }

        if (IsSent("LOGS"))
        {
            telemetry.WithLogging(logging => logging.AddOtlpExporter(options => Set(options, builder.Configuration, "LOGS")), options => options.IncludeFormattedMessage = true);
        }

        return builder;
    }

    /// <summary>What holds for one signal stands above what holds for all, which the exporter reads by itself.</summary>
    private static void Set(OtlpExporterOptions options, IConfiguration configuration, string signal)
    {
        if (configuration[$"{Protocol}_{signal}_ENDPOINT"] is { Length: > 0 } endpoint)
        {
            options.Endpoint = new Uri(endpoint);
        }

        if (configuration[$"{Protocol}_{signal}_HEADERS"] is { Length: > 0 } headers)
        {
            options.Headers = headers;
        }

        if (configuration[$"{Protocol}_{signal}_PROTOCOL"] is { Length: > 0 } protocol)
        {
            options.Protocol = string.Equals(protocol, "grpc", StringComparison.Ordinal) ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        }
    }

    private static string ServiceName(IHostApplicationBuilder builder, string? unit) =>
        builder.Configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } given ? given
        : unit is { Length: > 0 } ? $"{builder.Environment.ApplicationName}-{unit}" : builder.Environment.ApplicationName;
}

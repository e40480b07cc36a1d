namespace Klotho.Runtime.Tests.Observing;

/// <summary>Tests of whether anybody listens run beside no others, which may listen.</summary>
[CollectionDefinition("Telemetry", DisableParallelization = true)]
public sealed class TelemetryCollection;

using Klotho.Planning.Keys;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Configuration;

/// <summary>What klotho.yaml says of how closely the application is watched.</summary>
public static class MonitoringKey
{
    public const string Name = "monitoring";

    private const string Alarms = "alarms";
    private const string FlowLogs = "flow_logs";

    public static readonly MappingKey Spec = new(
        "How closely the deployed application is watched.",
        new(
        [
            new(Alarms, new ScalarKey("Whether alarms ring: errors, throttles, dead letters, and latency where a requirement says it.", new ParameterValue.Truth(true))),
            new(FlowLogs, new ScalarKey("Whether the private network writes down which connections it refused.", new ParameterValue.Truth(true))),
        ]));

    /// <param name="configuration">What is written.</param>
    /// <param name="alarm">What an alarm costs a month.</param>
    public static MonitoringSettings Read(KlothoConfiguration configuration, Money alarm) =>
        new(IsOn(configuration, Alarms), IsOn(configuration, FlowLogs), alarm);

    private static bool IsOn(KlothoConfiguration configuration, string key) =>
        configuration.Find($"{Name}.{key}")?.Value is not ParameterValue.Truth { Value: false };
}

using System.Collections.Immutable;
using System.Globalization;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Capabilities.Expose;
using Klotho.Planning.Capabilities.PubSub;
using Klotho.Planning.Facts;
using Klotho.Planning.Plans;

namespace Klotho.Cli.Run;

/// <summary>What requests and messages may be and take where the application is planned to be hosted, as settings of its processes.</summary>
internal static class PlannedLimits
{
    public static ImmutableSortedDictionary<string, string> None { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The smallest limits of the gateways and of the unit that serves the application, and those of topics that take more than others.</summary>
    public static ImmutableSortedDictionary<string, string> Of(Plan plan) => OfRequests(plan).AddRange(OfMessages(plan));

    // A topic takes 256 KB unless its payloads go by a bucket.
    private static IEnumerable<KeyValuePair<string, string>> OfMessages(Plan plan) =>
        from decision in plan.Decisions.Items
        where decision.Parameters.Items.Any(parameter => parameter.Name == SubscriberQueues.Claims.Name && parameter.Value is ParameterValue.Truth { Value: true })
        select KeyValuePair.Create($"Klotho__MessageBytes__{decision.Node.Name.Replace('-', '_')}", Text(SubscriberQueues.MostClaimed.Bytes));

    private static ImmutableSortedDictionary<string, string> OfRequests(Plan plan)
    {
        var gateways = plan.Decisions.Where(decision => decision.Node.Kind == GatewayNode.Kind).Select(decision => decision.Type.Name).ToList();
        var unit = plan.Decisions.Where(decision => decision.Node == ExecUnitNode.DefaultId).Select(decision => decision.Type.Name).ToList();
        if (gateways.Count == 0)
        {
            // Nobody asks for anything.
            return None;
        }

        // A load balancer has a limit only ahead of a function.
        var payloads = Values([.. gateways, .. unit], "request or response payload").Concat(unit.Contains("lambda") ? Values(gateways, "payload to a function") : []).ToList();
        var times = Values(gateways, "integration timeout").ToList();
        var limits = None;
        limits = payloads.Count > 0 ? limits.Add("Klotho__Limits__PayloadBytes", Text(payloads.Min() * 1024 * 1024)) : limits;
        return times.Count > 0 ? limits.Add("Klotho__Limits__ResponseSeconds", Text(times.Min())) : limits;
    }

    private static IEnumerable<long> Values(IEnumerable<string> types, string name) =>
        types.SelectMany(type => LimitTable.Of(type)).Where(limit => limit.Name == name).Select(limit => limit.Value);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}

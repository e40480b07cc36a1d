using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>How many environments of a function stand ready, and how many there may be.</summary>
internal static class LambdaConcurrency
{
    public const string Reserved = "reserved_concurrency";
    public const string Provisioned = "provisioned_concurrency";

    private const decimal Mebi = 1024;
    private const decimal SecondsOfHour = 3600;
    private const decimal ShortestWork = 0.001m;

    /// <summary>How many work at once in the busiest minute, with the room that services keep before they scale out.</summary>
    public static long AtPeak(VariantContext context) =>
        (long)Math.Max(1, Math.Ceiling(context.Demand.Peak.PerSecond * Work(context) * 100 / context.Facts["load.target"]));

    /// <summary>Whether no request waits for a start.</summary>
    public static bool IsAlwaysReady(ParameterSet parameters, VariantContext context) => parameters.Whole(Provisioned) >= AtPeak(context);

    /// <summary>What the invocations that are kept for it serve; null where it shares the account's.</summary>
    public static Rate? MaxRate(ParameterSet parameters, VariantContext context) =>
        parameters.Whole(Reserved) is > 0 and var reserved ? new(reserved / Work(context)) : null;

    /// <summary>Adds what the environments cost that stand ready.</summary>
    public static CostSheet WithProvisioned(this CostSheet sheet, ParameterSet parameters)
    {
        var (ready, memory) = (parameters.Whole(Provisioned), parameters.Whole("memory"));
        return ready == 0 ? sheet : sheet.Standing(
            $"{ready} environments of {memory} MB standing ready", ready * memory / Mebi * CostSheet.Hours * SecondsOfHour, $"lambda.provisioned.{parameters.Text("architecture")}");
    }

    public static IEnumerable<KlothoDiagnostic> Check(Decision decision)
    {
        if (decision.Parameter(Provisioned) is { Value: ParameterValue.Whole { Value: var ready } } provisioned &&
            decision.Parameter(Reserved) is { Value: ParameterValue.Whole { Value: > 0 and var kept } } reserved && ready > kept)
        {
            yield return LambdaRules.MoreReadyThanKept.At(
                [.. new[] { provisioned, reserved }.Select(parameter => parameter.Origin).OfType<Origin.Written>().Select(origin => origin.Location)],
                decision.Node.Name, $"{provisioned.Value}", $"{reserved.Value}");
        }
    }

    private static decimal Work(VariantContext context) => Math.Max(context.Demand.WorkPerRequest.Seconds, ShortestWork);
}

using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>Containers that are always there: for units whose work takes longer than a function may, or that hold something warm.</summary>
public sealed class FargateCandidate : Candidate
{
    private const long MostTasks = 1000;

    public override CandidateType Type => new("fargate");

    public override string Title => "AWS Fargate service";

    public override string DefaultReason => "no time limit, no cold start, scales on processor load";

    public override string Drawback => "billed around the clock, also for the endpoints of its private network";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Choice("cpu", 512, FargateSize.All.Items.Select(size => size.Cpu), "CPU units of a task; 1024 are one processor."),
        ParameterSpec.Whole("memory", 1024, 512, 30720, "Memory of a task in MB; what is possible depends on `cpu`."),
        ParameterSpec.Whole("min_count", 1, 1, MostTasks, "How many tasks always run."),
        ParameterSpec.Whole("desired_count", 1, 1, MostTasks, "How many tasks the first deployment starts; then scaling decides."),
        ParameterSpec.Whole("max_count", 4, 1, MostTasks, "How many tasks run at most."),
        ParameterSpec.Choice("architecture", "arm64", ["arm64", "x86_64"], "The processor that the image is built for."),
        DebianPackages.Parameter,
        ParameterSpec.Choice("log_retention_days", 30, CloudWatchLogs.RetentionDays, "How many days logs are kept."),
    ]);

    public override EquatableArray<HardLimit> Limits { get; } = new(
    [
        new("memory", 30720, "MB", "Amazon ECS Developer Guide: Task definition parameters, task size", "2026-11-22"),
        new("tasks per service", 5000, "", "Amazon ECS Developer Guide: Amazon ECS service quotas", "2026-11-22"),
        new("time to stop", 120, "s", "Amazon ECS Developer Guide: Task definition parameters, stopTimeout", "2026-11-22"),
    ]);

    public override IEnumerable<KlothoDiagnostic> Check(Decision decision, Plan plan)
    {
        var size = FargateSize.All.Items.FirstOrDefault(size => size.Cpu == Whole(decision, "cpu"));
        if (size is not null && !size.Takes(Whole(decision, "memory")))
        {
            yield return FargateRules.SizeUnknown.At(
                Written(decision, "memory", "cpu"), decision.Node.Name, Text(decision, "memory"), Text(decision, "cpu"), size.MemoryText);
        }

        if (!(Whole(decision, "min_count") <= Whole(decision, "desired_count") && Whole(decision, "desired_count") <= Whole(decision, "max_count")))
        {
            yield return FargateRules.CountsOutOfOrder.At(
                Written(decision, "desired_count", "min_count", "max_count"),
                decision.Node.Name, Text(decision, "min_count"), Text(decision, "desired_count"), Text(decision, "max_count"));
        }
    }

    /// <summary>The lines that gave the parameters their values; the defaults fit together, so there is one.</summary>
    private static IReadOnlyList<SourceLocation> Written(Decision decision, params IEnumerable<string> names) =>
        [.. names.Select(name => decision.Parameter(name)?.Origin).OfType<Origin.Written>().Select(origin => origin.Location)];

    private static long Whole(Decision decision, string name) => decision.Parameter(name)?.Value is ParameterValue.Whole whole ? whole.Value : 0;

    private static string Text(Decision decision, string name) => Whole(decision, name).ToString(CultureInfo.InvariantCulture);
}

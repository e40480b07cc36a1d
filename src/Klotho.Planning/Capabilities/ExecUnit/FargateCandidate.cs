using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>Containers that are always there: for units whose work takes longer than a function may, or that hold something warm.</summary>
public sealed class FargateCandidate : Candidate
{
    private const long MostTasks = 1000;
    private const long FreeStorage = 20;
    private const decimal Mebi = 1024;

    private static readonly string[] HostServices = ["ecr.api", "ecr.dkr", "logs", "s3"];

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
        ParameterSpec.Whole("messages_per_task", 100, 1, 100000, "How many messages may wait for each task that runs before another is started."),
        ParameterSpec.Truth("spot", false, "Whether tasks above `min_count` run on spare capacity, which costs about a third and can be taken back at two minutes' notice."),
        ParameterSpec.Whole("ephemeral_storage", FreeStorage, FreeStorage, 200, "Size of a task's storage in GB, for its image and /tmp."),
        ParameterSpec.Choice("architecture", "arm64", ["arm64", "x86_64"], "The processor that the image is built for."),
        DebianPackages.Parameter,
        PublishModes.Parameter,
        ParameterSpec.Choice("log_retention_days", 30, CloudWatchLogs.RetentionDays, "How many days logs are kept."),
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

    /// <summary>A size with the memory that is asked for, with enough tasks for the peak; and with two tasks at least, which outlast a zone.</summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var least = Sized(ParameterSet.Of(this, context), context.Wish.Memory)
            .AtLeast("log_retention_days", context.Wish.LogRetentionDays);
        var spread = least.AtLeast("min_count", 2).AtLeast("desired_count", 2);
        var sets = spread.Whole("min_count") > 1 && spread.Whole("desired_count") <= spread.Whole("max_count") ? new[] { least, spread } : [least];
        foreach (var parameters in sets.DistinctBy(parameters => parameters.Chosen))
        {
            var load = UnitLoad.Of(context, Processors(parameters));
            var enough = parameters.AtLeast("max_count", Math.Min(MostTasks, Math.Max(load.Peak, parameters.Whole("desired_count"))));
            yield return Hosted(enough, context, load);
        }
    }

    public override PairNeed? Need(Neighbour own, Neighbour other) => UnitNeeds.Of(own, other);

    private Variant Hosted(ParameterSet parameters, VariantContext context, UnitLoad load)
    {
        var facts = context.Facts;
        var least = parameters.Whole("min_count");
        var most = parameters.Whole("max_count");
        var memory = parameters.Whole("memory");
        var architecture = parameters.Text("architecture");
        var tasks = new FargateTasks(least, most, load, parameters.Truth("spot"));
        var cost = tasks.Cost(new CostSheet(facts), "processors", Processors(parameters) * CostSheet.Hours, $"fargate.vcpu.{architecture}");
        tasks.Cost(cost, "memory", memory / Mebi * CostSheet.Hours, $"fargate.memory.{architecture}").Logs(context, parameters.Whole("log_retention_days"));
        if (parameters.Whole("ephemeral_storage") is > FreeStorage and var storage)
        {
            tasks.CostAlways(cost, $"storage beyond {FreeStorage} GB", (storage - FreeStorage) * CostSheet.Hours, "fargate.storage");
        }

        var traits = new Traits(
            Latency(context),
            facts.Percent(least > 1 ? "sla.fargate" : "sla.fargate.one_task"),
            ScalesToZero: false,
            Memory: DataSize.OfMiB(memory),
            MaxRate: new(load.OneServes.PerSecond * most),
            Recovery: least > 1 ? Duration.Zero : facts.Time("task.replace"),
            Network: NetworkPlace.Private);
        return Hosting(parameters, traits, cost, Facilities(context));
    }

    /// <summary>What starting a task calls from inside the network, and where units call each other, their names and their token.</summary>
    private static IEnumerable<FacilityId> Facilities(VariantContext context)
    {
        var calls = context.Graph.From(context.Node.Id).Concat(context.Graph.To(context.Node.Id)).Any(edge => edge.Kind == EdgeKind.Calls && edge.From != edge.To);
        var services = calls ? HostServices.Append("ssm") : HostServices;
        return services.Select(FacilityCatalogue.Endpoint)
            .Concat([FacilityCatalogue.Network, FacilityCatalogue.FargateCluster])
            .Concat(calls ? [FacilityCatalogue.UnitNames] : []);
    }

    private static LatencyFigures Latency(VariantContext context)
    {
        var own = LatencyFigures.Of(context.Facts, "fargate");
        return context.Graph.To(context.Node.Id).Any(edge => edge.Kind == EdgeKind.HandledBy) ? own + LatencyFigures.Of(context.Facts, "link") : own;
    }

    /// <summary>The smallest size that has the memory; the memory as it is where none has, or a directive says otherwise.</summary>
    private static ParameterSet Sized(ParameterSet parameters, DataSize? memory)
    {
        var wanted = memory is { } size ? (long)Math.Ceiling(size.GiB * Mebi) : 0;
        if (wanted <= parameters.Whole("memory"))
        {
            return parameters;
        }

        var fits = FargateSize.All.Items
            .Where(size => size.Cpu >= parameters.Whole("cpu"))
            .Select(size => (size.Cpu, Memory: size.AtLeast(wanted)))
            .FirstOrDefault(size => size.Memory is not null);
        return fits.Memory is null ? parameters : parameters.AtLeast("cpu", fits.Cpu).AtLeast("memory", fits.Memory);
    }

    private static decimal Processors(ParameterSet parameters) => parameters.Whole("cpu") / Mebi;
}

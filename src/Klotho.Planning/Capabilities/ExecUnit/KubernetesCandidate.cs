using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>Pods of a deployment in a Kubernetes cluster: for what must be able to move, or for many units that share nodes.</summary>
public sealed class KubernetesCandidate : ClusterCandidate
{
    private const long MostPods = 1000;
    private const long MemoryOfNode = 6144;
    private const decimal Thousandths = 1000;

    // The nodes that are reckoned with have 4 GB of memory to a processor.
    private const decimal MemoryOfProcessor = 4096;

    public override CandidateType Type => new("kubernetes");

    public override string Title => "Deployment in a Kubernetes cluster";

    public override string DefaultReason => "moves to any cluster, no time limit, no cold start";

    public override string Drawback => "the cluster and its nodes are billed around the clock, and somebody has to run them";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("cpu", 500, 50, 1800, "Processor time of a pod in thousandths of a processor."),
        ParameterSpec.Whole("memory", 1024, 128, MemoryOfNode, "Memory of a pod in MB."),
        ParameterSpec.Whole("min_count", 1, 1, MostPods, "How many pods always run."),
        ParameterSpec.Whole("max_count", 4, 1, MostPods, "How many pods run at most."),
        ParameterSpec.Choice("architecture", "arm64", ["arm64", "x86_64"], "The processor that the image is built for."),
        DebianPackages.Parameter,
        PublishModes.Parameter,
    ]);

    /// <summary>Enough pods for the peak; and with two at least, which outlast a node.</summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var memory = context.Wish.Memory is { } wished ? (long)Math.Ceiling(wished.GiB * 1024) : (long?)null;
        var least = ParameterSet.Of(this, context).AtLeast("memory", memory);
        var load = UnitLoad.Of(context, least.Whole("cpu") / Thousandths);
        var enough = least.AtLeast("max_count", Math.Min(MostPods, Math.Max(load.Peak, least.Whole("min_count"))));
        var spread = enough.AtLeast("min_count", 2);
        var sets = spread.Whole("min_count") > 1 && spread.Whole("min_count") <= spread.Whole("max_count") ? new[] { enough, spread } : [enough];
        return sets.DistinctBy(parameters => parameters.Chosen).Select(parameters => Hosted(parameters, context, load));
    }

    public override PairNeed? Need(Neighbour own, Neighbour other) => UnitNeeds.Of(own, other);

    private Variant Hosted(ParameterSet parameters, VariantContext context, UnitLoad load)
    {
        var facts = context.Facts;
        var least = parameters.Whole("min_count");
        var most = parameters.Whole("max_count");
        var memory = parameters.Whole("memory");
        long Pods(long needed) => Math.Max(least, Math.Min(needed, most));
        var processors = Math.Max(parameters.Whole("cpu") / Thousandths, memory / MemoryOfProcessor);
        var cost = new CostSheet(facts).Pods($"{Pods(load.Average)} pods", least, Pods(load.Average), Pods(load.Peak), processors);
        var traits = new Traits(
            LatencyFigures.Of(facts, "kubernetes"),
            facts.Percent(least > 1 ? "sla.pods" : "sla.one_pod"),
            ScalesToZero: false,
            Memory: DataSize.OfMiB(memory),
            MaxRate: new(load.OneServes.PerSecond * most),
            Recovery: least > 1 ? Duration.Zero : facts.Time("pod.restart"),
            Portability: Portability.Kubernetes,
            Network: NetworkPlace.Private);
        return InsideCluster(context, parameters, traits, cost, InCluster.Facilities(context));
    }
}

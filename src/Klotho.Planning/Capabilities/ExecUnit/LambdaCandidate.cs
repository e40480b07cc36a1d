using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Facts;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>A Lambda function that starts from the application's container image.</summary>
public sealed class LambdaCandidate : Candidate
{
    private const long FreeStorage = 512;
    private const decimal Mebi = 1024;

    // So often does an environment have to serve before it is given up, for one request in twenty to find none.
    private const decimal OneInTwenty = 20;

    public override CandidateType Type => new("lambda");

    public override string Title => "AWS Lambda function";

    public override string DefaultReason => "pay per request, no servers";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("memory", 1024, 128, 10240, "Memory in MB; processor time grows with it."),
        ParameterSpec.Whole("timeout", 30, 1, 900, "How many seconds a request or message may take."),
        ParameterSpec.Whole("ephemeral_storage", 512, 512, 10240, "Size of /tmp in MB."),
        ParameterSpec.Choice("architecture", "arm64", ["arm64", "x86_64"], "The processor that the image is built for."),
        DebianPackages.Parameter,
        PublishModes.Parameter,
        LambdaServers.Parameter,
        ParameterSpec.Truth("private_network", false, "Whether it runs inside the private network even if nothing that it uses is there."),
        ParameterSpec.Whole(LambdaConcurrency.Reserved, 0, 0, 10000, "How many invocations at once are kept for this unit, which also is its limit; 0 shares the account's."),
        ParameterSpec.Whole(LambdaConcurrency.Provisioned, 0, 0, 10000, "How many environments stand ready, billed around the clock; 0 starts each when it is needed."),
        ParameterSpec.Choice("queue_concurrency", 0, [0, 2, 5, 10, 20, 50, 100, 200, 500, 1000], "How many batches of each queue it handles at once; 0 sets no limit of its own."),
        ParameterSpec.Truth("tracing", false, "Whether AWS X-Ray records invocations."),
        ParameterSpec.Choice("log_retention_days", 30, CloudWatchLogs.RetentionDays, "How many days logs are kept."),
    ]);

    /// <summary>
    /// Work that nobody waits for may take longer than a request: a unit with message handlers or schedules gets
    /// 120 seconds, unless it also answers requests.
    /// </summary>
    public override IEnumerable<InferredParameter> Infer(CapabilityNode node, CapabilityGraph graph)
    {
        var incoming = graph.To(node.Id).ToArray();
        var background = incoming.FirstOrDefault(edge => edge.Kind is EdgeKind.Delivers or EdgeKind.Triggers);
        if (background is not null && !incoming.Any(edge => edge.Kind is EdgeKind.HandledBy) && Cause(background, node) is { } cause)
        {
            yield return new("timeout", new ParameterValue.Whole(120), cause);
        }
    }

    private static SourceLocation? Cause(CapabilityEdge edge, CapabilityNode unit) =>
        edge.Operations.Items.SelectMany(operation => operation.Witness.Items).Select(step => step.Location).FirstOrDefault() ??
        unit.Locations.Items.FirstOrDefault();

    /// <summary>
    /// At least what is asked for; with a full processor, which starts faster; and inside the private network, which it has to
    /// be for what is reachable only there.
    /// </summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var least = ParameterSet.Of(this, context)
            .AtLeast("memory", Mebibytes(context.Wish.Memory))
            .AtLeast("timeout", Seconds(context.Wish.MaxDuration))
            .AtLeast("log_retention_days", context.Wish.LogRetentionDays);
        var sizes = new[] { least, least.AtLeast("memory", (long)context.Facts["lambda.processor"]) };
        foreach (var size in sizes.DistinctBy(size => size.Whole("memory")).SelectMany(size => Ready(size, context)))
        {
            var inside = size.With("private_network", true);
            if (!size.Truth("private_network"))
            {
                yield return Hosted(size, context, NetworkPlace.Public);
            }

            if (inside.Truth("private_network") && (size == inside || context.Wish.PrivateNetwork || context.Graph.From(context.Node.Id).Any(UnitNeeds.IsUse)))
            {
                yield return Hosted(inside, context, NetworkPlace.Private);
            }
        }
    }

    public override IEnumerable<KlothoDiagnostic> Check(Decision decision, Plan plan) => LambdaConcurrency.Check(decision).Concat(LambdaServers.Check(decision, plan));

    public override PairNeed? Need(Neighbour own, Neighbour other) =>
        own.Profile.Network == NetworkPlace.Private && own.Edge.Kind == EdgeKind.Calls && own.Node.Id == own.Edge.From && other.Profile.Type == Type
            ? PairNeed.Forbidden($"`{own.Node.Id.Name}` inside the private network can't reach the function of `{other.Node.Id.Name}` outside")
            : UnitNeeds.Of(own, other);

    /// <summary>And where nobody may wait for a start, with enough environments that stand ready.</summary>
    private static IEnumerable<ParameterSet> Ready(ParameterSet size, VariantContext context)
    {
        yield return size;
        var ready = size.AtLeast(LambdaConcurrency.Provisioned, LambdaConcurrency.AtPeak(context));
        if (context.Wish.NoColdStart && ready != size && LambdaConcurrency.IsAlwaysReady(ready, context))
        {
            yield return ready;
        }
    }

    private Variant Hosted(ParameterSet parameters, VariantContext context, NetworkPlace place)
    {
        var facts = context.Facts;
        var demand = context.Demand;
        var memory = parameters.Whole("memory");
        Duration? start = LambdaConcurrency.IsAlwaysReady(parameters, context) ? null : ColdStart(parameters, facts);
        var seconds = demand.Average.PerMonth * demand.WorkPerRequest.Seconds;
        var storage = parameters.Whole("ephemeral_storage") - FreeStorage;
        var cost = new CostSheet(facts)
            .Use("requests", demand.Average.PerMonth, "lambda.request")
            .Use($"{demand.WorkPerRequest} of work each with {memory} MB", seconds * memory / Mebi, $"{(start is null ? "lambda.provisioned_work" : "lambda.gb_second")}.{parameters.Text("architecture")}")
            .WithProvisioned(parameters)
            .Logs(context, parameters.Whole("log_retention_days"));
        if (storage > 0)
        {
            cost.Use($"/tmp beyond {FreeStorage} MB", seconds * storage / Mebi, "lambda.storage");
        }

        var traits = new Traits(
            Latency(demand, start, facts),
            facts.Percent("sla.lambda"),
            ScalesToZero: parameters.Whole(LambdaConcurrency.Provisioned) == 0,
            ColdStart: start,
            MaxDuration: Duration.OfSeconds(parameters.Whole("timeout")),
            Memory: DataSize.OfMiB(memory),
            MaxPayload: DataSize.OfMiB(Limit("request or response payload")),
            MaxRate: LambdaConcurrency.MaxRate(parameters, context),
            Recovery: Duration.Zero,
            Network: place);
        return Hosting(parameters, traits, cost, place == NetworkPlace.Private ? [FacilityCatalogue.Network] : []);
    }

    /// <summary>The platform's part, reading the image, and the process's own start, which takes longer with less than a processor.</summary>
    private static Duration ColdStart(ParameterSet parameters, RegionFacts facts)
    {
        var packages = parameters.Text("os_packages").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var image = facts["image.base"] + (packages * facts["image.per_package"]);
        var slowness = Math.Max(1, facts["lambda.processor"] / parameters.Whole("memory"));
        return Duration.OfMilliseconds((long)(facts["lambda.start.platform"] + (image / 100 * facts["lambda.start.per_100mb"]) + (facts["dotnet.start"] * slowness)));
    }

    /// <summary>
    /// One request in a hundred is taken to find no warm environment, and more where requests are rarer than environments are kept.
    /// </summary>
    private static LatencyFigures Latency(Demand demand, Duration? coldStart, RegionFacts facts)
    {
        var warm = LatencyFigures.Of(facts, "lambda");
        if (coldStart is not { } start)
        {
            return warm;
        }

        var kept = facts["lambda.idle"] * demand.Average.PerSecond;
        return new(
            kept < 1 ? warm.P50 + start : warm.P50,
            kept < OneInTwenty ? warm.P95 + start : warm.P95,
            warm.P99 + start);
    }

    private static long? Mebibytes(DataSize? size) => size is { } known ? (long)Math.Ceiling(known.GiB * Mebi) : null;

    private static long? Seconds(Duration? time) => time is { } known ? (long)Math.Ceiling(known.Seconds) : null;
}

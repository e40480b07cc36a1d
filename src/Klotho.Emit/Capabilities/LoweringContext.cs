using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Planning.Costs;
using Klotho.Planning.Locking;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities;

/// <summary>The whole plan as lowerings see it: what other nodes offer, never their resources.</summary>
public sealed class LoweringContext(Plan plan, PlanLock names, EquatableArray<Capability> capabilities, AppLayout layout)
{
    /// <summary>How many zones the application's network spans.</summary>
    public const int Zones = 2;

    private const long ShortestLogRetentionDays = 30;

    /// <summary>Who owns what several nodes share.</summary>
    public static readonly NodeId NetworkId = new(new("shared"), "network");

    /// <summary>The application's network, for nodes that live in it.</summary>
    public static readonly InputValue.Reference Vpc = new(new("network"), "id");

    public static readonly InputValue.List Subnets =
        InputValue.List.Of(Enumerable.Range(0, Zones).Select(zone => new InputValue.Reference(SubnetName(zone), "id")));

    public CapabilityGraph Graph => plan.Graph;

    /// <summary>What the deployed application is watched for.</summary>
    public PlanGoals Goals => plan.Goals;

    /// <summary>Whether it is watched at all.</summary>
    public MonitoringSettings Monitoring => plan.Monitoring;

    /// <summary>How long the logs of what nodes share are kept: as long as any node's.</summary>
    public long LogRetentionDays => plan.Decisions.Items
        .Select(decision => decision.Parameter("log_retention_days")?.Value)
        .OfType<ParameterValue.Whole>()
        .Select(days => days.Value)
        .DefaultIfEmpty(ShortestLogRetentionDays)
        .Max();

    /// <summary>Where the Kubernetes cluster comes from, for what runs in one.</summary>
    public ClusterSettings Cluster => plan.Cluster;

    /// <summary>Whether nodes share a facility of that name.</summary>
    public bool Shares(FacilityId facility) => plan.Shared.Items.Any(shared => shared.Facility.Id == facility);

    /// <summary>The source root as seen from the emitted program's folder: the build context of images.</summary>
    public string SourceFromProgram => $"../{layout.ContextFromOutput}";

    /// <summary>The folder of the application's project as seen from the emitted program's folder.</summary>
    public string ProjectFromProgram
    {
        get
        {
            var slash = layout.Project.Value.LastIndexOf('/');
            return slash < 0 ? SourceFromProgram : $"{SourceFromProgram}/{layout.Project.Value[..slash]}";
        }
    }

    /// <summary>
    /// The node's part of resource names: the one that it had when it was first compiled, whatever its id is now. The
    /// network and the like, which no lock knows, are called like their id.
    /// </summary>
    public string StemOf(NodeId node) => names.Find(node)?.Name ?? node.Name;

    public ResourceName NameOf(NodeId node, string? part = null) => new(part is null ? StemOf(node) : $"{StemOf(node)}-{part}");

    /// <summary>What hosts a node, or null where nothing does.</summary>
    public CandidateType? TypeOf(NodeId node) => plan.For(node)?.Type;

    /// <summary>The existing resource that hosts a node from now on, or null.</summary>
    public string? ImportOf(NodeId node) => plan.Imports.Items.FirstOrDefault(import => import.Node == node)?.ProviderId;

    /// <summary>How others reach a node, or null where it isn't hosted or nothing calls it.</summary>
    public Endpoint? EndpointOf(NodeId node) =>
        Find(node) is var (lowering, view) ? lowering.Endpoint(view) : null;

    /// <summary>The gateways that expose routes of the unit, in order, and what its tasks register with where a gateway sends requests straight to them.</summary>
    public IEnumerable<(NodeId Gateway, BalancedTargets? Targets)> GatewaysOf(NodeId unit) => Graph.To(unit)
        .Where(edge => edge.Kind == EdgeKind.HandledBy)
        .SelectMany(edge => Graph.To(edge.From).Where(exposing => exposing.Kind == EdgeKind.Exposes))
        .Select(exposing => exposing.From)
        .Distinct()
        .Order()
        .Select(gateway => (gateway, Find(gateway) is var (lowering, view) ? lowering.Targets(view, unit) : null));

    /// <summary>What the unit needs for each edge that begins or ends in it, in the order of the edges.</summary>
    public IEnumerable<(CapabilityEdge Edge, UnitAccess Access)> AccessesOf(NodeId unit)
    {
        foreach (var edge in Graph.At(unit))
        {
            var other = edge.From == unit ? edge.To : edge.From;
            if (Find(other) is var (lowering, view) && OwnKey.With(lowering.Access(view, edge), view) is var access && access != UnitAccess.None)
            {
                yield return (edge, access);
            }
        }
    }

    /// <summary>The provider's services that the unit's process calls.</summary>
    public IEnumerable<NetworkService> ServicesOf(NodeId unit) => AccessesOf(unit).SelectMany(use => new[] { use.Access.Service, use.Access.Payloads }).OfType<NetworkService>();

    public static ResourceName SubnetName(int zone) => new(string.Create(CultureInfo.InvariantCulture, $"network-subnet-{zone}"));

    /// <summary>Decisions for types that can be planned and have no lowering yet, in the order of the plan.</summary>
    public IEnumerable<Decision> NotEmitted() => plan.Decisions.Items.Where(decision =>
        capabilities.Items.Any(capability => capability.Hosting.Kind == decision.Node.Kind && capability.Lowerings.Items.All(lowering => lowering.Candidate != decision.Type)));

    /// <summary>The types that nodes of a kind can be emitted with.</summary>
    public IEnumerable<CandidateType> EmittedFor(NodeKind kind) => capabilities.Items
        .Where(capability => capability.Hosting.Kind == kind)
        .SelectMany(capability => capability.Lowerings.Items.Select(lowering => lowering.Candidate));

    /// <summary>Every hosted node with its lowering, in the order of the plan.</summary>
    public IEnumerable<(Lowering Lowering, NodeLowering Node)> Hosted() =>
        plan.Decisions.Items.Select(decision => Find(decision.Node)).OfType<(Lowering, NodeLowering)>();

    private (Lowering Lowering, NodeLowering Node)? Find(NodeId id)
    {
        if (plan.For(id) is not { } decision || Graph.Find(id) is not { } node)
        {
            return null;
        }

        var lowering = capabilities.Items.First(capability => capability.Hosting.Kind == id.Kind)
            .Lowerings.Items.First(candidate => candidate.Candidate == decision.Type);
        return (lowering, new(node, decision, this));
    }
}

using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Emit.Containers;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// Turns the decision for one node into provider resources. One file per candidate derives this. A lowering never looks
/// at another node's resources: it asks the context what that node's lowering offers.
/// </summary>
public abstract class Lowering
{
    /// <summary>The candidate that this lowers.</summary>
    public abstract CandidateType Candidate { get; }

    /// <summary>The resources that host the node.</summary>
    public abstract IEnumerable<Resource> Resources(NodeLowering node);

    /// <summary>
    /// What a unit needs to use this node along <paramref name="edge"/> (which begins or ends in the unit): settings,
    /// permissions, events. Nothing by default.
    /// </summary>
    public virtual UnitAccess Access(NodeLowering node, CapabilityEdge edge) => UnitAccess.None;

    /// <summary>The actions that the operations on this node need; null where units perform none.</summary>
    public virtual OperationActions? Operations => null;

    /// <summary>What the node's host does in its name, whatever its code does.</summary>
    public virtual IEnumerable<PolicyStatement> HostStatements(NodeLowering node) => [];

    /// <summary>What somebody must hear of when it happens to the node.</summary>
    public virtual IEnumerable<Alarm> Alarms(NodeLowering node) => [];

    /// <summary>What several nodes of this candidate need one of. Each of them gives the same resource; it is created once.</summary>
    public virtual IEnumerable<Resource> Shared(NodeLowering node) => [];

    /// <summary>The provider's services that the node's host calls from inside the network, whatever the node's code does.</summary>
    public virtual IEnumerable<NetworkService> HostServices(NodeLowering node) => [];

    /// <summary>The values of the cluster that the node's host reads, whatever the node's code does.</summary>
    public virtual IEnumerable<ClusterFiles> HostFiles(NodeLowering node) => [];

    /// <summary>The image that the node runs from, or null where it runs no code of the application.</summary>
    public virtual UnitImage? Image(NodeLowering node) => null;

    /// <summary>The image of a web server with the node's files, or null where something else serves them.</summary>
    public virtual SiteImage? Site(NodeLowering node) => null;

    /// <summary>Whether the node lives in the application's own network.</summary>
    public virtual bool InNetwork(NodeLowering node) => false;

    /// <summary>Mistakes that only this candidate makes out, such as a schedule that it cannot keep.</summary>
    public virtual IEnumerable<KlothoDiagnostic> Check(NodeLowering node) => [];

    /// <summary>How others reach this node, or null where nothing calls it.</summary>
    public virtual Endpoint? Endpoint(NodeLowering node) => null;

    /// <summary>
    /// What the tasks of <paramref name="unit"/> register with, where this node is a gateway that sends requests straight to them;
    /// null where a service passes the requests on.
    /// </summary>
    public virtual BalancedTargets? Targets(NodeLowering node, NodeId unit) => null;

    /// <summary>What a deployment reports about the node.</summary>
    public virtual IEnumerable<StackOutput> Outputs(NodeLowering node) => [];
}

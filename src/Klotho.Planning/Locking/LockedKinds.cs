using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Capabilities.Expose;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Routes;

namespace Klotho.Planning.Locking;

/// <summary>The kinds of nodes that a lock file leaves out of ids, because their place says them.</summary>
public static class LockedKinds
{
    public static readonly NodeKind Route = RouteNode.Kind;

    public static readonly NodeKind Unit = ExecUnitNode.Kind;

    public static readonly NodeKind Gateway = GatewayNode.Kind;
}

using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Permissions;
using Klotho.Emit.Resources;

namespace Klotho.Cli.Explain;

/// <summary>What can be explained.</summary>
internal abstract record Subject
{
    public sealed record Whole : Subject;

    public sealed record OfNode(NodeId Id) : Subject;

    public sealed record OfEdge(NodeId From, NodeId To) : Subject;

    public sealed record OfPermission(EquatableArray<Permission> Permissions) : Subject;

    public sealed record OfResource(Resource Resource) : Subject;
}

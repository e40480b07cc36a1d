using Klotho.Analysis.Diagnostics;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>A process has one set of credentials for the AWS SDK: those of an S3-compatible server, or those of its role.</summary>
internal static class ObjectCredentials
{
    private const string Compatible = "s3_compatible";

    public static IEnumerable<KlothoDiagnostic> Check(NodeLowering node)
    {
        var uses = node.Context.AccessesOf(node.Id).Select(use => (Other: use.Edge.From == node.Id ? use.Edge.To : use.Edge.From, use.Access)).ToList();
        var store = uses.FirstOrDefault(use => node.Context.TypeOf(use.Other)?.Name == Compatible);
        var other = uses.FirstOrDefault(use => use.Access.Statements.Count > 0);
        if (store.Access is not null && other.Access is not null)
        {
            yield return UnitRules.TwoCredentials.At(
                node.Node.Locations[0], node.Id.Name, store.Other.Name, other.Other.Name, node.Context.TypeOf(other.Other)?.Name ?? "");
        }
    }
}

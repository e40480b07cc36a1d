using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>The unit's role: what its code reaches, what its host needs, and nothing else.</summary>
internal static class UnitRole
{
    public static IEnumerable<Resource> Resources(NodeLowering node, IEnumerable<UnitAccess> accesses, bool inNetwork)
    {
        var role = node.Resource("role", "aws:iam/role:Role", InputValue.Map.Of(
            new InputValue.Entry("assumeRolePolicy", PolicyDocument.AssumedBy("lambda.amazonaws.com"))));
        yield return role;
        yield return node.Resource("permissions", "aws:iam/rolePolicy:RolePolicy", InputValue.Map.Of(
            new("role", role.Output("id")),
            new("policy", PolicyDocument.Allow(accesses.SelectMany(access => access.Statements.Items).Concat(Host(node, inNetwork))))),
            comment: inNetwork ? "Network interfaces can be managed only on all resources: none exists before." : null);
    }

    /// <summary>What the host does in the unit's name, whatever the unit's code does.</summary>
    public static IEnumerable<PolicyStatement> Host(NodeLowering node, bool inNetwork)
    {
        yield return new(
            UnitActions.WriteLogs.ToEquatableArray(),
            new([InputValue.Interpolation.Of(new InputValue.Reference(node.Name("logs"), "arn"), ":*")]),
            "writing the unit's log");
        if (inNetwork)
        {
            yield return new(UnitActions.JoinNetwork.ToEquatableArray(), new(["*"]), "joining the private network");
        }
    }
}

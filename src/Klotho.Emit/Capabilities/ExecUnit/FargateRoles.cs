using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>Two roles: the process's, with what its code reaches, and the host's, which starts the process. Neither has the other's permissions.</summary>
internal static class FargateRoles
{
    /// <summary>ECS names the account's own tasks and services as what it works for (Amazon ECS Developer Guide: Task IAM role, read 2026-11-22).</summary>
    private static readonly InputValue.Json Trust = PolicyDocument.AssumedBy("ecs-tasks.amazonaws.com", AwsAccount.Arn("ecs", "*"));

    public static IEnumerable<Resource> Resources(NodeLowering node, IEnumerable<UnitAccess> accesses)
    {
        var role = node.Resource("role", "aws:iam/role:Role", InputValue.Map.Of(
            new InputValue.Entry("assumeRolePolicy", Trust)),
            comment: "The process: what the unit's code reaches.");
        var host = node.Resource("host-role", "aws:iam/role:Role", InputValue.Map.Of(
            new InputValue.Entry("assumeRolePolicy", Trust)),
            comment: "The host: it fetches the image, and writes the log.");

        yield return role;
        if (Allowed(accesses) is { Count: > 0 } statements)
        {
            yield return Policy(node, "permissions", role, statements, null);
        }

        yield return host;
        yield return Policy(node, "host-permissions", host, [.. Host(node)], "A login to repositories can be asked for only on all resources: it is the account's.");
    }

    /// <summary>The policies that must be there before the first task starts.</summary>
    public static IEnumerable<ResourceName> Policies(NodeLowering node, IEnumerable<UnitAccess> accesses) =>
        Allowed(accesses).Count > 0 ? [node.Name("permissions"), node.Name("host-permissions")] : [node.Name("host-permissions")];

    /// <summary>What the host does in the unit's name, whatever the unit's code does.</summary>
    public static IEnumerable<PolicyStatement> Host(NodeLowering node)
    {
        yield return new(FargateActions.LogIn.ToEquatableArray(), new(["*"]), "logging in to fetch the unit's image");
        yield return new(
            FargateActions.Pull.ToEquatableArray(), new([new InputValue.Reference(node.Name("repository"), "arn")]), "fetching the unit's image");
        yield return new(
            UnitActions.WriteLogs.ToEquatableArray(),
            new([InputValue.Interpolation.Of(new InputValue.Reference(node.Name("logs"), "arn"), ":*")]),
            "writing the unit's log");
        if (FargateShared.NeedsToken(node))
        {
            yield return new(FargateActions.ReadSecrets.ToEquatableArray(), new([FargateShared.Token]), "handing the process the token of calls between units");
        }
    }

    private static List<PolicyStatement> Allowed(IEnumerable<UnitAccess> accesses) => [.. accesses.SelectMany(access => access.Statements.Items)];

    private static Resource Policy(NodeLowering node, string part, Resource role, IEnumerable<PolicyStatement> statements, string? comment) =>
        node.Resource(part, "aws:iam/rolePolicy:RolePolicy", InputValue.Map.Of(
            new("role", role.Output("id")),
            new("policy", PolicyDocument.Allow(statements))), comment: comment);
}

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
            comment: Wildcards(node, inNetwork));
    }

    /// <summary>Why a statement names all resources.</summary>
    private static string? Wildcards(NodeLowering node, bool inNetwork)
    {
        var network = inNetwork ? "Networks can be looked up only on all resources, and the network interface to manage does not exist before." : null;
        return node.Truth("tracing") ? string.Join(" ", new[] { network, "Traces can be written only on all resources: they have no names." }.OfType<string>()) : network;
    }

    /// <summary>
    /// Takes from the unit's code what only its host is to do. Lambda's own calls, unlike the code's, come from no function
    /// (AWS Lambda Developer Guide: Giving Lambda functions access to resources in an Amazon VPC, read 2026-11-22).
    /// </summary>
    public static Resource HostOnly(NodeLowering node) =>
        node.Resource("host-only", "aws:iam/rolePolicy:RolePolicy", InputValue.Map.Of(
            new("role", new InputValue.Reference(node.Name("role"), "id")),
            new("policy", PolicyDocument.Deny(new PolicyStatement(
                UnitActions.SeeNetwork.Concat(UnitActions.JoinNetwork).Order(StringComparer.Ordinal).ToEquatableArray(),
                new(["*"]),
                "only the host joins the network",
                new([new("ArnEquals", "lambda:SourceFunctionArn", new InputValue.Reference(node.Name(), "arn"))]))))),
            comment: "The host joins the network; the unit's own code may not touch it.");

    /// <summary>What the host does in the unit's name, whatever the unit's code does.</summary>
    public static IEnumerable<PolicyStatement> Host(NodeLowering node, bool inNetwork)
    {
        yield return new(
            UnitActions.WriteLogs.ToEquatableArray(),
            new([InputValue.Interpolation.Of(new InputValue.Reference(node.Name("logs"), "arn"), ":*")]),
            "writing the unit's log");
        if (inNetwork)
        {
            yield return new(UnitActions.SeeNetwork.ToEquatableArray(), new(["*"]), "joining the private network");
            yield return new(UnitActions.JoinNetwork.ToEquatableArray(), new([AwsAccount.Arn("ec2", "*/*")]), "joining the private network");
        }

        foreach (var statement in LambdaFailures.Host(node))
        {
            yield return statement;
        }

        if (node.Truth("tracing"))
        {
            yield return new(UnitActions.WriteTraces.ToEquatableArray(), new(["*"]), "writing traces");
        }
    }
}

using Klotho.Analysis.Collections;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;
using Klotho.Planning.Facts;

namespace Klotho.Emit.Permissions;

/// <summary>
/// What whoever runs <c>pulumi up</c> needs for exactly this program, as policies that can be attached as they are: the provider takes
/// 6,144 characters each (IAM User Guide: IAM and AWS STS quotas, read 2026-11-22).
/// </summary>
internal static class DeployerPolicy
{
    private const int LongestDocument = 6144;
    private const int MostNames = 10;
    private const string Grant = "kms:CreateGrant";
    private const string AnyKey = "arn:aws:kms:{region}:{account}:key/*";

    // EKS is not known as a service of AWS when it asks for its grant (Amazon EKS User Guide: Encrypt Kubernetes secrets with KMS, recalled 2026-11-22).
    private const string Cluster = "aws:eks/cluster:Cluster";

    public static EquatableArray<InputValue.Map> Of(ResourceGraph graph, EquatableArray<EmittedRole> roles, RegionName? region)
    {
        var statements = ByType(graph).Append(OnAll(graph)).Concat(OnOwnKey(graph)).Concat(Roles(graph, roles)).Concat(LinkedRoles(graph)).Where(statement => statement.Actions.Count > 0);
        return Packed(statements.Select(statement => statement with
        {
            Resources = statement.Resources.Items.Select(resource => (InputValue)ValueText.Of(resource)
                .Replace("{region}", region?.Value ?? "*", StringComparison.Ordinal)
                .Replace("{account}", "*", StringComparison.Ordinal)).ToEquatableArray(),
        })).ToEquatableArray();
    }

    private static IEnumerable<(ProviderToken Type, DeployerNeeds Needs, EquatableArray<Resource> Resources)> Types(ResourceGraph graph) => graph.Resources.Items
        .GroupBy(resource => resource.Type)
        .Select(type => (Type: type.Key, Resources: type.ToEquatableArray()))
        .Concat(graph.Resources.Items.SelectMany(resource => resource.Inputs.DescendantsAndSelf()).OfType<InputValue.Lookup>()
            .Select(lookup => lookup.Function).Distinct().Select(function => (Type: function, Resources: EquatableArray<Resource>.Empty)))
        .OrderBy(type => type.Type)
        .Select(type => (type.Type, Needs: DeployerTable.Find(type.Type), type.Resources))
        .Where(type => type.Needs is not null)
        .Select(type => (type.Type, type.Needs ?? throw new InvalidOperationException(), type.Resources));

    private static IEnumerable<PolicyStatement> ByType(ResourceGraph graph)
    {
        var byName = graph.Resources.Items.ToLookup(resource => resource.Name);
        return Types(graph)
            .Select(type => (type.Needs.Actions, On: type.Needs.On.Items.SelectMany(pattern => Arns(pattern, type.Resources, name => byName[name].FirstOrDefault())).Distinct(StringComparer.Ordinal)))
            .Select(type => (type.Actions, On: type.On.Order(StringComparer.Ordinal).Select(arn => (InputValue)arn).ToEquatableArray()))
            .GroupBy(type => type.On)
            .Select(same => new PolicyStatement(same.SelectMany(type => type.Actions.Items).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray(), same.Key, ""));
    }

    /// <summary>A pattern for each resource; where there are many, one for all of their kind.</summary>
    private static IEnumerable<string> Arns(string pattern, EquatableArray<Resource> resources, Func<ResourceName, Resource?> find)
    {
        var arns = resources.Items.Select(resource => PhysicalName.Fill(pattern, resource, find)).Distinct(StringComparer.Ordinal).ToList();
        return arns.Count is > 0 and <= MostNames ? arns : [PhysicalName.Any(pattern)];
    }

    private static PolicyStatement OnAll(ResourceGraph graph) => new(
        Types(graph).SelectMany(type => type.Needs.OnAll.Items).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray(), new(["*"]), "");

    /// <summary>
    /// What services ask of the operator's key in the name of who deploys. Which key it is, each stack says: the key's own policy narrows this down.
    /// </summary>
    private static IEnumerable<PolicyStatement> OnOwnKey(ResourceGraph graph)
    {
        var types = Types(new(graph.Resources.Items.Where(OwnKey.Encrypts).ToEquatableArray(), graph.Outputs)).ToList();
        var actions = types.SelectMany(type => type.Needs.OwnKey?.Items ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        yield return new(actions.Where(action => action != Grant).ToEquatableArray(), new([AnyKey]), "");
        if (actions.Contains(Grant))
        {
            yield return new(new([Grant]), new([AnyKey]), "", types.Any(type => type.Type.Value == Cluster) ? default : new([new("Bool", "kms:GrantIsForAWSResource", "true")]));
        }
    }

    /// <summary>Each role may be handed to the services that may take it on, and to nobody else.</summary>
    private static IEnumerable<PolicyStatement> Roles(ResourceGraph graph, EquatableArray<EmittedRole> roles)
    {
        var byName = graph.Resources.Items.ToLookup(resource => resource.Name);
        return roles.Items
            .SelectMany(role => role.Services.SelectMany(HandedTo).Select(service => (service, Arn: PhysicalName.Fill("arn:aws:iam::{account}:role/{name}", byName[role.Name].First(), _ => null))))
            .GroupBy(role => role.service, StringComparer.Ordinal)
            .OrderBy(service => service.Key, StringComparer.Ordinal)
            .SelectMany(service => service.Select(role => role.Arn).Order(StringComparer.Ordinal).Chunk(5 * MostNames).Select(arns => new PolicyStatement(
                new(["iam:PassRole"]), arns.Select(arn => (InputValue)arn).ToEquatableArray(), "", new([new("StringEquals", "iam:PassedToService", service.Key)]))));
    }

    /// <summary>The role of a node group's machines is handed to EKS, which hands it on.</summary>
    private static IEnumerable<string> HandedTo(string service) => service == "ec2.amazonaws.com" ? [service, "eks.amazonaws.com"] : [service];

    private static IEnumerable<PolicyStatement> LinkedRoles(ResourceGraph graph) => Types(graph)
        .SelectMany(type => type.Needs.LinkedRoles.Items)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(service => new PolicyStatement(
            new(["iam:CreateServiceLinkedRole"]), new([$"arn:aws:iam::{{account}}:role/aws-service-role/{service}/*"]), "", new([new("StringEquals", "iam:AWSServiceName", service)])));

    private static IEnumerable<InputValue.Map> Packed(IEnumerable<PolicyStatement> statements)
    {
        var document = new List<PolicyStatement>();
        var length = 0;
        foreach (var statement in statements)
        {
            var more = Length(statement);
            if (document.Count > 0 && length + more > LongestDocument)
            {
                yield return Document(document);
                document.Clear();
                length = 0;
            }

            document.Add(statement);
            length += more;
        }

        if (document.Count > 0)
        {
            yield return Document(document);
        }
    }

    private static InputValue.Map Document(IEnumerable<PolicyStatement> statements) => (InputValue.Map)PolicyDocument.Allow(statements).Document;

    /// <summary>How long the statement is as JSON, a little more than exactly.</summary>
    private static int Length(PolicyStatement statement) => 150
        + statement.Actions.Items.Sum(action => action.Length + 3)
        + statement.Resources.Items.Sum(resource => ValueText.Of(resource).Length + 3)
        + statement.Conditions.Items.Sum(condition => condition.Operator.Length + condition.Key.Length + ValueText.Of(condition.Value).Length + 10);
}

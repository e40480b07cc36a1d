using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Permissions;

/// <summary>Reads the roles and their policies back from the resources, and puts to each statement what needs it.</summary>
public static class EmittedRoles
{
    private const string Role = "aws:iam/role:Role";
    private const string Policy = "aws:iam/rolePolicy:RolePolicy";
    private const string Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

    public static EquatableArray<EmittedRole> Of(ResourceGraph graph, EquatableArray<Permission> permissions)
    {
        var policies = OfRoles(graph, Policy);
        var attachments = OfRoles(graph, Attachment);
        var needs = permissions.Items.ToLookup(permission => (permission.Unit, permission.Action, permission.On));
        return graph.Resources.Items.Where(resource => resource.Type.Value == Role)
            .Select(role => new EmittedRole(
                role.Name,
                role.Owner,
                Document(role, "assumeRolePolicy"),
                policies[role.Name].Select(policy => Read(policy, needs)).ToEquatableArray(),
                attachments[role.Name].SelectMany(attachment => PolicyText.Texts(attachment.Inputs.Find("policyArn"))).Order(StringComparer.Ordinal).ToEquatableArray()))
            .OrderBy(role => role.Owner)
            .ThenBy(role => role.Name)
            .ToEquatableArray();
    }

    private static ILookup<ResourceName, Resource> OfRoles(ResourceGraph graph, string type) => graph.Resources.Items
        .Where(resource => resource.Type.Value == type)
        .Select(resource => (Role: resource.Inputs.Find("role") as InputValue.Reference, Resource: resource))
        .Where(item => item.Role is not null)
        .ToLookup(item => item.Role?.Resource ?? default, item => item.Resource);

    private static InputValue.Map Document(Resource resource, string input) =>
        (resource.Inputs.Find(input) as InputValue.Json)?.Document as InputValue.Map ?? InputValue.Map.Of();

    private static EmittedPolicy Read(Resource policy, ILookup<(NodeId, string, string), Permission> needs)
    {
        var document = Document(policy, "policy");
        return new(policy.Name, document, PolicyText.Statements(document).Select(statement =>
        {
            var actions = PolicyText.Texts(statement.Find("Action")).ToEquatableArray();
            var on = PolicyText.Texts(statement.Find("Resource")).ToEquatableArray();
            var allows = ValueText.Of(statement.Find("Effect") ?? "") == "Allow";
            return new EmittedStatement(
                allows,
                actions,
                on,
                PolicyText.Conditions(statement).ToEquatableArray(),
                allows ? actions.Items.SelectMany(action => on.Items.SelectMany(resource => needs[(policy.Owner, action, resource)])).ToEquatableArray() : EquatableArray<Permission>.Empty);
        }).ToEquatableArray());
    }
}

using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Emit.Permissions;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Documents;

/// <summary><c>permissions.json</c>: policies for tools that judge them, and what needs each action.</summary>
internal static class PermissionsJson
{
    public static string Print(EquatableArray<EmittedRole> roles, ResourceGraph resources) => JsonFile.Write(writer =>
    {
        writer.Array("roles", roles, role => Role(writer, role));
        writer.Lines("resourcePolicies", resources.Resources.Items.Where(IsPolicy), (line, resource) => line.Object(() =>
        {
            line.WriteString("name", resource.Name.Value);
            line.WriteString("type", resource.Type.Value);
            if (resource.Inputs.Find("policy") is InputValue.Json { Document: InputValue.Map document })
            {
                line.Document("document", document);
            }
        }));
        writer.Lines("resources", Named(roles, resources), (line, resource) => line.Object(() =>
        {
            line.WriteString("name", resource.Name.Value);
            line.WriteString("type", resource.Type.Value);
        }));
    });

    /// <summary>What the policies name, so that a reader can tell what <c>${slides.arn}</c> is.</summary>
    private static IEnumerable<Resource> Named(EquatableArray<EmittedRole> roles, ResourceGraph resources)
    {
        var names = roles.Items.SelectMany(role => role.Policies.Items.Select(policy => policy.Document).Append(role.Trust))
            .Concat(resources.Resources.Items.Where(IsPolicy).Select(policy => policy.Inputs))
            .SelectMany(document => document.DescendantsAndSelf().OfType<InputValue.Reference>())
            .Select(reference => reference.Resource)
            .ToHashSet();
        return resources.Resources.Items.Where(resource => names.Contains(resource.Name));
    }

    private static bool IsPolicy(Resource resource) => resource.Inputs.Find("policy") is InputValue.Json && resource.Inputs.Find("role") is null
        && resource.Type.Value is not "aws:ecr/lifecyclePolicy:LifecyclePolicy";

    private static void Role(Utf8JsonWriter writer, EmittedRole role) => writer.Object(() =>
    {
        writer.WriteString("name", role.Name.Value);
        writer.WriteString("of", role.Owner.ToString());
        writer.Inline("trust", line => line.Value(role.Trust));
        if (role.Managed.Count > 0)
        {
            writer.Array("managed", role.Managed, writer.WriteStringValue);
        }

        writer.Lines("policies", role.Policies.Items, (line, policy) => line.Object(() =>
        {
            line.WriteString("name", policy.Name.Value);
            line.Document("document", policy.Document);
        }));
        writer.Lines("grants", Grants(role), Grant);
    });

    /// <summary>What the same operations at the same places need of one resource is one grant, whatever the number of its actions.</summary>
    private static IEnumerable<(IEnumerable<string> Actions, Permission Need)> Grants(EmittedRole role) => role.Policies.Items
        .SelectMany(policy => policy.Statements.Items)
        .SelectMany(statement => statement.Needs.Items)
        .GroupBy(need => need with { Action = "" })
        .Select(group => (group.Select(need => need.Action), group.Key));

    private static void Grant(Utf8JsonWriter line, (IEnumerable<string> Actions, Permission Need) grant) => line.Object(() =>
    {
        var need = grant.Need;
        line.Array("actions", grant.Actions.ToEquatableArray(), line.WriteStringValue);
        line.WriteString("on", need.On);
        if (need.Target is { } target)
        {
            line.WriteString("target", target.ToString());
            line.Array("operations", need.Needs.Items.Select(operation => operation.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray(), line.WriteStringValue);
            line.Array("at", PermissionsDocument.At([need]).ToEquatableArray(), line.WriteStringValue);
        }
        else
        {
            line.WriteString("because", need.Because);
        }
    });
}

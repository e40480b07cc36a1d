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
        writer.Array("resourcePolicies", resources.Resources.Items.Where(IsPolicy).ToEquatableArray(), resource => writer.Object(() =>
        {
            writer.WriteString("name", resource.Name.Value);
            writer.WriteString("type", resource.Type.Value);
            if (resource.Inputs.Find("policy") is InputValue.Json { Document: InputValue.Map document })
            {
                writer.Document("document", document);
            }
        }));
        writer.Array("resources", Named(roles, resources).ToEquatableArray(), resource => writer.Line(line => line.Object(() =>
        {
            line.WriteString("name", resource.Name.Value);
            line.WriteString("type", resource.Type.Value);
        })));
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
        writer.Document("trust", role.Trust);
        if (role.Managed.Count > 0)
        {
            writer.Array("managed", role.Managed, writer.WriteStringValue);
        }

        writer.Array("policies", role.Policies, policy => writer.Object(() =>
        {
            writer.WriteString("name", policy.Name.Value);
            writer.Document("document", policy.Document);
        }));
        writer.Array("grants", role.Policies.Items.SelectMany(policy => policy.Statements.Items).SelectMany(statement => statement.Needs.Items).ToEquatableArray(), need => Grant(writer, need));
    });

    /// <summary>On one line: what is one thing is easier to search and to compare so.</summary>
    private static void Grant(Utf8JsonWriter writer, Permission need) => writer.Line(line => line.Object(() =>
    {
        line.WriteString("action", need.Action);
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
    }));
}

using System.Globalization;
using System.Text;
using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Emit.Permissions;
using Klotho.Emit.Resources;
using Klotho.Planning.Facts;

namespace Klotho.Emit.Documents;

/// <summary>
/// <c>permissions.md</c>: what each role may do, on what, and which code needs it. <c>permissions.json</c> is the same for programs,
/// with the policies as the provider gets them.
/// </summary>
public static class PermissionsDocument
{
    public static IEnumerable<OutputFile> Print(EquatableArray<EmittedRole> roles, ResourceGraph resources, RegionName? region)
    {
        var deployer = DeployerPolicy.Of(resources, roles, region);
        return
        [
            new(new("permissions.md"), Text(roles, deployer.Count, KeyUses.Of(resources))),
            new(new("permissions.json"), PermissionsJson.Print(roles, resources)),
            .. deployer.Items.Select((document, index) => new OutputFile(new(DeployerFile(index + 1)), JsonFile.Write(writer => writer.Members(document))) { IsVerbatim = true }),
        ];
    }

    private static string DeployerFile(int number) => string.Create(CultureInfo.InvariantCulture, $"deployer-policy-{number}.json");

    private static string Text(EquatableArray<EmittedRole> roles, int deployerFiles, EquatableArray<KeyUse> keyUses)
    {
        var text = new StringBuilder();
        text.Append("# Permissions\n\nThese are all the roles, with exactly what they may do. A unit has one role of its own");
        text.Append(roles.Items.GroupBy(role => role.Owner).Any(owner => owner.Count() > 1) ? "; on Fargate its host has another one, so that neither has the other's permissions.\n" : ".\n");
        foreach (var owner in roles.Items.GroupBy(role => role.Owner))
        {
            text.Append($"\n## {owner.Key}\n");
            foreach (var role in owner)
            {
                Role(text, role);
            }
        }

        text.Append("\n## Who deploys\n\n`pulumi up` needs what ");
        text.Append(Code(Enumerable.Range(1, deployerFiles).Select(DeployerFile), ", "));
        text.Append(deployerFiles == 1 ? " allows" : " allow");
        text.Append(": to make, read, change, tag and delete exactly the kinds of resources of this program, by their names where AWS takes names, and to hand exactly its roles to the services that use them. Access to the stack's state is not part of it.\n");
        Key(text, keyUses);
        return text.ToString();
    }

    private static void Key(StringBuilder text, EquatableArray<KeyUse> uses)
    {
        if (uses.Count == 0)
        {
            return;
        }

        text.Append("\n## Your key\n\nServices that encrypt or decrypt by themselves may do so only where the policy of the key (`own_key`) says it, each on behalf of this account (`aws:SourceAccount`):\n\n| service | actions | for |\n|---|---|---|\n");
        foreach (var use in uses)
        {
            text.Append($"| `{use.Service}` | {Code(use.Actions.Items, "<br>")} | {Code(use.For.Items, ", ")} |\n");
        }
    }

    private static void Role(StringBuilder text, EmittedRole role)
    {
        text.Append($"\nRole `{role.Name}`, taken on by {Code(role.Services, ", ")}");
        var statements = role.Policies.Items.SelectMany(policy => policy.Statements.Items).ToList();
        text.Append(statements.Count + role.Managed.Count == 0 ? ", may do nothing.\n" : role.Managed.Count == 0 ? ":\n" : $", has the provider's own {Code(role.Managed, ", ")}:\n");
        if (statements.Count > 0)
        {
            text.Append("\n| actions | on | because of | at |\n|---|---|---|---|\n");
            statements.ForEach(statement => text.Append(
                $"| {(statement.Allows ? "" : "never: ")}{Code(statement.Actions.Items, "<br>")} | {Code(statement.On.Items, "<br>")}{If(statement)} | {Cell(Because(statement))} | {Cell(string.Join(", ", At(statement.Needs.Items)))} |\n"));
        }
    }

    /// <summary>The last steps of the ways to the operations.</summary>
    public static IEnumerable<string> At(IEnumerable<Permission> needs) => needs
        .SelectMany(permission => permission.Needs.Items)
        .Where(operation => operation.Witness.Count > 0)
        .Select(operation => operation.Witness[^1].Location.ToString())
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static string Because(EmittedStatement statement) =>
        string.Join(", ", statement.Needs.Items.Select(permission => permission.Because).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string If(EmittedStatement statement) =>
        statement.If.Count == 0 ? "" : $"<br>if {Code(statement.If.Items, " and ")}";

    private static string Code(IEnumerable<string> values, string between) => string.Join(between, values.Select(value => $"`{value}`"));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}

using System.Text;
using Klotho.Planning.Keys;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>The tables of docs/klotho-yaml.md on requirements, from their catalogue.</summary>
internal static class RequirementTables
{
    public static string Kinds()
    {
        var text = new StringBuilder("\n| key | value | for nodes under | meaning |\n|---|---|---|---|\n");
        foreach (var kind in RequirementCatalogue.All)
        {
            foreach (var leaf in kind.Leaves)
            {
                text.Append($"| `{kind.NameOf(leaf)}` | {Value(leaf.Spec)} | {Sections(leaf)} | {leaf.Spec.Description} |\n");
            }
        }

        return text.Append('\n').ToString();
    }

    public static string Amounts()
    {
        var text = new StringBuilder("\n| amount | unit | numbers |\n|---|---|---|\n");
        foreach (var format in new[] { Duration.Format, DataSize.Format, Rate.Format, Share.Format, Growth.Format, Money.Format })
        {
            foreach (var unit in format.Units)
            {
                text.Append($"| {format.Noun} | `{unit.Name}` | {unit.NumberMeaning} |\n");
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Value(KeySpec spec) => spec switch
    {
        QuantityKey quantity => $"{quantity.Format.Noun}: `{quantity.Example}`",
        ListKey list => $"{list.Noun}, or a list of them",
        ScalarKey { Choices: { Count: > 0 and <= 3 } choices } => string.Join(", ", choices.Items.Select(choice => $"`{choice}`")),
        ScalarKey { Choices.Count: > 3 } => "a name",
        _ => "`true`, `false`",
    };

    private static string Sections(RequirementLeaf leaf)
    {
        if (leaf.Aspects is null)
        {
            return "the application only";
        }

        var capabilities = TestCatalogue.Shipped.Capabilities.Items;
        var fitting = capabilities.Where(leaf.Fits).ToArray();
        return fitting.Length == capabilities.Length
            ? "any section"
            : string.Join(", ", fitting.Select(capability => $"`{string.Join('.', capability.Section)}`"));
    }
}

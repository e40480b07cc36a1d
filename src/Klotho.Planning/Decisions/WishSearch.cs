using Klotho.Planning.Catalogue;
using Klotho.Planning.Choices;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Decisions;

/// <summary>Finds the requirement that a candidate sized itself for: the one without which none of its variants has that parameter.</summary>
internal static class WishSearch
{
    public static Requirement? For(Alternatives alternatives, VariantParameter parameter, PlanModel model)
    {
        var (choice, taken) = (alternatives.Choice, alternatives.Taken);
        var asked = model.Builder.Requirements.For(choice.Id, choice.Capability);
        return asked.Items.FirstOrDefault(requirement =>
        {
            var wish = RequirementLookup.Wish(new(asked.Items.Remove(requirement)));
            return wish != taken.Context.Wish &&
                !taken.Candidate.Variants(taken.Context with { Wish = wish }).Any(variant => variant.Parameters.Items.Contains(parameter));
        });
    }
}

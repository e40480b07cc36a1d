using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Explanations;

/// <summary>A node that nothing hosts by itself (a route, assets in an image): where it is asked for, and what it has to do with.</summary>
internal static class UnhostedExplanation
{
    public static ExplanationDocument? Of(Plan plan, NodeId id)
    {
        if (plan.Graph.Find(id) is not { } node)
        {
            return null;
        }

        ExplanationSection[] sections =
        [
            new("causes", "Because", node.Locations.Items.Select(location => new ExplanationFact("code", $"the code asks for {id}", "", FactPlaces.Of(location))).ToEquatableArray()),
            new("facts", "With", node.Properties.Select(property => new ExplanationFact(property.Name, property.Value, "", FactPlaces.None)).ToEquatableArray()),
            new("edges", "Works with", plan.Graph.To(id).Concat(plan.Graph.From(id)).Select(edge =>
                new ExplanationFact($"{(edge.From == id ? edge.To : edge.From)}", $"{edge.From} → {edge.To}", "", FactPlaces.None)).ToEquatableArray()),
        ];
        return new($"{id}", $"{id} is part of what it works with; nothing hosts it by itself", sections.Where(section => section.Facts.Count > 0).ToEquatableArray());
    }
}

using System.Text.Json;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Documents;

/// <summary>
/// <c>plan.json</c>: how each node is hosted, why, who decided, and which resources it became. What was rejected is listed once and
/// named by its place in the list, because nodes that are alike reject the same for the same reason.
/// </summary>
public static class PlanDocument
{
    /// <summary>Raised when a reader of the last version would misread the document.</summary>
    public const int Version = 2;

    public static OutputFile Print(Plan plan, NodeFacts facts, ResourceGraph resources) =>
        new(new("plan.json"), JsonFile.Write(writer => Write(writer, plan, facts, resources)));

    /// <summary>The document's members, into the object that the caller has begun.</summary>
    public static void Write(Utf8JsonWriter writer, Plan plan, NodeFacts facts, ResourceGraph resources)
    {
        writer.WriteNumber("version", Version);
        writer.WriteString("app", plan.Graph.App.Value);
        writer.WriteString("provider", plan.Provider);
        writer.PropertyCost("cost", plan.Cost);
        writer.Array("shared", plan.Shared, shared => writer.Object(() =>
        {
            writer.WriteString("id", shared.Facility.Id.Name);
            writer.WriteString("title", shared.Facility.Title);
            writer.PropertyCost("cost", shared.Facility.Cost);
            writer.Array("neededBy", shared.NeededBy, node => writer.WriteStringValue(node.ToString()));
        }));
        writer.Array("assumptions", plan.Assumptions, writer.WriteStringValue);
        var alternatives = plan.Decisions.Items.SelectMany(decision => decision.Rejected.Items).Distinct().Select((rejected, place) => (Rejected: rejected, Place: place)).ToList();
        var places = alternatives.ToDictionary(item => item.Rejected, item => item.Place);
        var owned = resources.Resources.Items.ToLookup(resource => resource.Owner);
        writer.Lines("alternatives", alternatives, (line, item) => Rejected(line, item.Rejected));
        writer.Lines("decisions", plan.Decisions.Items, (line, decision) => Decision(line, decision, facts, places, owned[decision.Node]));
    }

    private static void Decision(Utf8JsonWriter writer, Decision decision, NodeFacts facts, Dictionary<RejectedAlternative, int> places, IEnumerable<Resource> resources) => writer.Object(() =>
    {
        writer.WriteString("node", decision.Node.ToString());
        writer.WriteString("type", decision.Type.Name);
        writer.WriteString("title", facts.HostOf(decision));
        writer.WriteString("reason", decision.Reason);
        writer.WriteString("origin", decision.Origin.ToString());
        writer.WriteStartObject("parameters");
        foreach (var parameter in decision.Parameters)
        {
            writer.WritePropertyName(parameter.Name);
            Value(writer, parameter.Value);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("origins");
        foreach (var parameter in decision.Parameters.Items.Where(parameter => parameter.Origin is not Origin.CatalogueDefault))
        {
            writer.WriteString(parameter.Name, parameter.Origin.ToString());
        }

        writer.WriteEndObject();
        writer.PropertyCost("cost", decision.Cost);
        writer.Array("causes", decision.Causes, cause => writer.Object(() =>
        {
            writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(cause.Kind.ToString()));
            writer.WriteString("statement", cause.Statement);
            writer.WriteString("location", cause.Location?.ToString());
        }));
        writer.Array("rejected", decision.Rejected, rejected => writer.WriteNumberValue(places[rejected]));
        writer.WriteStartObject("resources");
        foreach (var resource in resources)
        {
            writer.WriteString(resource.Name.Value, resource.Type.Value);
        }

        writer.WriteEndObject();
    });

    private static void Rejected(Utf8JsonWriter writer, RejectedAlternative rejected) => writer.Object(() =>
    {
        writer.WriteString("type", rejected.Type.Name);
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(rejected.Kind.ToString()));
        writer.WriteString("reason", rejected.Reason);
        if (rejected.Difference is { } difference)
        {
            writer.WriteNumber("differenceUsd", difference.Usd);
        }

        writer.Array("locations", rejected.Locations, location => writer.WriteStringValue(location.ToString()));
    });

    private static void Value(Utf8JsonWriter writer, ParameterValue value)
    {
        switch (value)
        {
            case ParameterValue.Whole whole:
                writer.WriteNumberValue(whole.Value);
                break;
            case ParameterValue.Truth truth:
                writer.WriteBooleanValue(truth.Value);
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }
}

using System.Text.Json;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Documents;

/// <summary>
/// <c>plan.json</c>: how each node is hosted, why, who decided, and which resources it became. What decisions have in common
/// (defaults, what was rejected, lines of estimates, types of resources) is listed once; decisions name it by its place in the list.
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
        var terms = new PlanTerms(plan, resources);
        writer.Lines("types", terms.Models, (line, model) => Type(line, model, facts));
        writer.Lines("resourceTypes", terms.ResourceTypes.Items, (line, type) => line.WriteStringValue(type.Value));
        writer.Lines("costLines", terms.CostLines.Items, (line, cost) => line.CostLine(cost));
        writer.Lines("alternatives", terms.Alternatives.Items, Rejected);
        writer.Lines("decisions", plan.Decisions.Items, (line, decision) => Decision(line, decision, terms));
    }

    private static void Type(Utf8JsonWriter writer, Decision model, NodeFacts facts) => writer.Object(() =>
    {
        writer.WriteString("kind", model.Node.Kind.Name);
        writer.WriteString("type", model.Type.Name);
        writer.WriteString("title", facts.HostOf(model));
        Parameters(writer, "defaults", PlanTerms.Defaults(model), parameter => Value(writer, parameter.Value));
    });

    private static void Decision(Utf8JsonWriter writer, Decision decision, PlanTerms terms) => writer.Object(() =>
    {
        writer.WriteString("node", decision.Node.ToString());
        writer.WriteString("type", decision.Type.Name);
        writer.WriteString("reason", decision.Reason);
        writer.WriteString("origin", decision.Origin.ToString());
        var own = terms.OwnOf(decision).ToList();
        Parameters(writer, "parameters", own, parameter => Value(writer, parameter.Value));
        Parameters(writer, "origins", own, parameter => writer.WriteStringValue(parameter.Origin.ToString()));
        writer.WritePropertyName("cost");
        writer.Object(() =>
        {
            writer.Bounds(decision.Cost);
            terms.CostLines.Places(writer, "lines", decision.Cost.Lines.Items);
        });
        writer.Array("causes", decision.Causes, cause => writer.Object(() =>
        {
            writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(cause.Kind.ToString()));
            writer.WriteString("statement", cause.Statement);
            if (cause.Location is { } location)
            {
                writer.WriteString("location", location.ToString());
            }
        }));
        terms.Alternatives.Places(writer, "rejected", decision.Rejected.Items);
        writer.WriteStartObject("resources");
        foreach (var resource in terms.ResourcesOf(decision.Node))
        {
            writer.WriteNumber(resource.Name.Value, terms.ResourceTypes.PlaceOf(resource.Type));
        }

        writer.WriteEndObject();
    });

    private static void Parameters(Utf8JsonWriter writer, string name, IEnumerable<Parameter> parameters, Action<Parameter> value)
    {
        writer.WriteStartObject(name);
        foreach (var parameter in parameters)
        {
            writer.WritePropertyName(parameter.Name);
            value(parameter);
        }

        writer.WriteEndObject();
    }

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

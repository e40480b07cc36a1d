using System.Text.Json;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Documents;

/// <summary><c>plan.json</c>: how each node is hosted, why, who decided, and which resources it became.</summary>
public static class PlanDocument
{
    public const int Version = 1;

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
        writer.Array("decisions", plan.Decisions, decision => Decision(writer, decision, facts, resources));
    }

    private static void Decision(Utf8JsonWriter writer, Decision decision, NodeFacts facts, ResourceGraph resources) => writer.Object(() =>
    {
        writer.WriteString("node", decision.Node.ToString());
        writer.WriteString("type", decision.Type.Name);
        writer.WriteString("title", facts.HostOf(decision));
        writer.WriteString("reason", decision.Reason);
        writer.WriteString("origin", decision.Origin.ToString());
        writer.Array("parameters", decision.Parameters, parameter => writer.Object(() =>
        {
            writer.WriteString("name", parameter.Name);
            Value(writer, parameter.Value);
            writer.WriteString("origin", parameter.Origin.ToString());
        }));
        writer.PropertyCost("cost", decision.Cost);
        writer.Array("causes", decision.Causes, cause => writer.Object(() =>
        {
            writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(cause.Kind.ToString()));
            writer.WriteString("statement", cause.Statement);
            writer.WriteString("location", cause.Location?.ToString());
        }));
        writer.Array("rejected", decision.Rejected, rejected => Rejected(writer, rejected));
        writer.WriteStartArray("resources");
        foreach (var resource in resources.Resources.Items.Where(resource => resource.Owner == decision.Node))
        {
            writer.Object(() =>
            {
                writer.WriteString("name", resource.Name.Value);
                writer.WriteString("type", resource.Type.Value);
            });
        }

        writer.WriteEndArray();
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
                writer.WriteNumber("value", whole.Value);
                break;
            case ParameterValue.Truth truth:
                writer.WriteBoolean("value", truth.Value);
                break;
            default:
                writer.WriteString("value", value.ToString());
                break;
        }
    }
}

using System.Text.Json;
using Klotho.Planning.Costs;

namespace Klotho.Emit.Documents;

/// <summary>An estimate in JSON: US dollars a month, what is expected and how far it may be off, and the lines that add up to it.</summary>
internal static class CostJson
{
    public static void PropertyCost(this Utf8JsonWriter writer, string name, CostEstimate cost)
    {
        writer.WritePropertyName(name);
        writer.Object(() =>
        {
            writer.Bounds(cost);
            writer.Array("lines", cost.Lines, writer.CostLine);
        });
    }

    /// <summary>What is expected, and how far it may be off.</summary>
    public static void Bounds(this Utf8JsonWriter writer, CostEstimate cost)
    {
        writer.WriteNumber("usd", cost.Expected.Usd);
        writer.WriteNumber("low", cost.Low.Usd);
        writer.WriteNumber("high", cost.High.Usd);
    }

    public static void CostLine(this Utf8JsonWriter writer, CostLine line) => writer.Object(() =>
    {
        writer.WriteString("assumption", line.Assumption);
        writer.WriteNumber("usd", line.Cost.Usd);
    });
}

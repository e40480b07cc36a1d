using System.Text.Json;
using Klotho.Analysis.Graph;
using Klotho.Planning.Differences;
using Klotho.Planning.Locking;

namespace Klotho.Cli.Diff;

/// <summary>A difference as the JSON properties <c>refused</c>, <c>changes</c> and <c>cost</c>.</summary>
internal static class DiffJson
{
    public static void Write(Utf8JsonWriter json, PlanDifferences differences, Func<SourcePath, string> shown)
    {
        json.WriteBoolean("refused", differences.IsRefused);
        json.WriteStartArray("changes");
        foreach (var change in differences.Changes)
        {
            Write(json, change, shown);
        }

        json.WriteEndArray();
        json.WriteStartObject("cost");
        Write(json, "before", differences.CostBefore);
        Write(json, "after", differences.CostAfter);
        json.WriteStartArray("changes");
        foreach (var cost in differences.Costs)
        {
            json.WriteStartObject();
            json.WriteString("subject", cost.Subject);
            json.WriteNumber("before", cost.Before.Usd);
            json.WriteNumber("after", cost.After.Usd);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlanChange change, Func<SourcePath, string> shown)
    {
        json.WriteStartObject();
        json.WriteString("id", change.Id.Value);
        json.WriteString("area", change.Area.ToString().ToLowerInvariant());
        json.WriteString("kind", DiffWords.Word(change.Kind));
        json.WriteString("subject", change.Subject);
        json.WriteString("before", change.Before);
        json.WriteString("after", change.After);
        WriteTexts(json, "effects", DiffWords.Marks(change.Effects));
        json.WriteString("consequence", change.Consequence);
        WriteTexts(json, "details", change.Details.Items);
        json.WriteBoolean("refused", change.IsRefused);
        if (change.Acceptance is { } acceptance)
        {
            json.WriteString("accepted", acceptance.Reason);
        }

        json.WriteStartArray("locations");
        foreach (var location in change.Locations)
        {
            json.WriteStartObject();
            json.WriteString("path", shown(location.Path));
            json.WriteNumber("line", location.Line);
            json.WriteNumber("column", location.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, LockedCost cost)
    {
        json.WriteStartObject(name);
        json.WriteNumber("low", cost.Low.Usd);
        json.WriteNumber("expected", cost.Expected.Usd);
        json.WriteNumber("high", cost.High.Usd);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}

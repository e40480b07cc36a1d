using System.Text;
using System.Text.Json;

namespace Klotho.Cli.Affected;

/// <summary>Prints the affected units, for a person, a shell and a program.</summary>
internal static class AffectedPrinter
{
    public static string Text(AffectedUnits found, bool withReasons)
    {
        var text = new StringBuilder();
        foreach (var (unit, reasons) in found.Units)
        {
            // Alone on its line, so that a shell can read it.
            text.Append($"{unit}\n");
            foreach (var reason in withReasons ? reasons : [])
            {
                text.Append($"  {Word(reason.Kind)}  {reason.What}{(reason.Why.Length > 0 ? $" ({reason.Why})" : "")}\n");
            }
        }

        return withReasons ? text.Append($"{found.Units.Count} of {found.Units.Count + found.Unaffected} units changed since {found.Base}\n").ToString() : text.ToString();
    }

    public static void Json(Utf8JsonWriter json, AffectedUnits? found)
    {
        if (found is null)
        {
            return;
        }

        json.WriteStartObject("affected");
        json.WriteString("base", found.Base);
        json.WriteStartArray("units");
        foreach (var (unit, reasons) in found.Units)
        {
            json.WriteStartObject();
            json.WriteString("id", unit.ToString());
            json.WriteString("kind", unit.Kind.Name);
            json.WriteString("name", unit.Name);
            json.WriteStartArray("reasons");
            foreach (var reason in reasons)
            {
                json.WriteStartObject();
                json.WriteString("kind", Word(reason.Kind));
                json.WriteString("what", reason.What);
                json.WriteString("why", reason.Why);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("unaffected", found.Unaffected);
        json.WriteEndObject();
    }

    private static string Word(ReasonKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}

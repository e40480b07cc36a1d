using System.Text.Json;
using Klotho.Cli.Reporting;
using Klotho.Planning.Explanations;

namespace Klotho.Cli.Explain;

/// <summary>Writes an explanation as the JSON property <c>explanation</c>.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter json, ExplanationDocument document, DisplayPaths paths)
    {
        json.WriteStartObject("explanation");
        json.WriteString("subject", document.Subject);
        json.WriteString("title", document.Title);
        json.WriteStartArray("sections");
        foreach (var section in document.Sections)
        {
            json.WriteStartObject();
            json.WriteString("key", section.Key);
            json.WriteString("heading", section.Heading);
            json.WriteStartArray("facts");
            foreach (var fact in section.Facts)
            {
                Write(json, fact, paths);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExplanationFact fact, DisplayPaths paths)
    {
        json.WriteStartObject();
        json.WriteString("label", fact.Label);
        json.WriteString("statement", fact.Statement);
        json.WriteString("figure", fact.Figure);
        json.WriteStartArray("locations");
        foreach (var location in fact.Locations)
        {
            json.WriteStartObject();
            json.WriteString("path", paths.Shown(location.Path));
            json.WriteNumber("line", location.Line);
            json.WriteNumber("column", location.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Cli.Reporting;

/// <summary>Writes diagnostics as the JSON property <c>diagnostics</c>.</summary>
internal static class DiagnosticsJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<KlothoDiagnostic> diagnostics, DisplayPaths paths)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in DiagnosticOrder.Sort(diagnostics))
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Rule.Code.Value);
            json.WriteString("severity", DiagnosticOrder.Word(diagnostic.Rule.Severity));
            json.WriteString("title", diagnostic.Rule.Title);
            json.WriteString("message", diagnostic.Message);
            json.WriteStartArray("locations");
            foreach (var location in diagnostic.Locations.Items)
            {
                WriteLocation(json, location, paths);
            }

            json.WriteEndArray();
            if (DiagnosticOrder.IsOurs(diagnostic.Rule.Code))
            {
                json.WriteString("docs", diagnostic.Rule.DocsPage);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourceLocation location, DisplayPaths paths)
    {
        json.WriteStartObject();
        json.WriteString("path", paths.Shown(location.Path));
        json.WriteNumber("line", location.Line);
        json.WriteNumber("column", location.Column);
        json.WriteNumber("endLine", location.EndLine);
        json.WriteNumber("endColumn", location.EndColumn);
        json.WriteEndObject();
    }
}

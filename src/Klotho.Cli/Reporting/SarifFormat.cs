using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Cli.Reporting;

/// <summary>
/// SARIF 2.1.0, which code scanning reads. Source: docs.oasis-open.org/sarif/sarif/v2.1.0, 2026-11-22.
/// </summary>
internal sealed class SarifFormat : IDiagnosticFormat
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public OutputFormat Format => OutputFormat.Sarif;

    public string Print(IEnumerable<KlothoDiagnostic> diagnostics, DisplayPaths paths)
    {
        var sorted = DiagnosticOrder.Sort(diagnostics);
        var rules = sorted.Select(diagnostic => diagnostic.Rule).DistinctBy(rule => rule.Code).OrderBy(rule => rule.Code).ToList();
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var diagnostic in sorted)
            {
                WriteResult(json, diagnostic, rules.FindIndex(rule => rule.Code == diagnostic.Rule.Code), paths);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<DiagnosticRule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "klotho");
        json.WriteString("semanticVersion", Assembly.GetExecutingAssembly().GetName().Version?.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code.Value);
            WriteText(json, "shortDescription", rule.Title);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            if (DiagnosticOrder.IsOurs(rule.Code))
            {
                WriteText(json, "help", $"See {rule.DocsPage}.");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, KlothoDiagnostic diagnostic, int rule, DisplayPaths paths)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Rule.Code.Value);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(diagnostic.Rule.Severity));
        WriteText(json, "message", diagnostic.Message);
        WriteLocations(json, "locations", diagnostic.Locations.Items.Take(1), paths);
        if (diagnostic.Locations.Count > 1)
        {
            WriteLocations(json, "relatedLocations", diagnostic.Locations.Items.Skip(1), paths);
        }

        json.WriteEndObject();
    }

    private static void WriteLocations(Utf8JsonWriter json, string name, IEnumerable<SourceLocation> locations, DisplayPaths paths)
    {
        json.WriteStartArray(name);
        foreach (var location in locations)
        {
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", Uri(paths.Shown(location.Path)));
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", location.Line);
            json.WriteNumber("startColumn", location.Column);
            json.WriteNumber("endLine", location.EndLine);
            json.WriteNumber("endColumn", location.EndColumn);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>A relative reference: each segment escaped, the slashes kept; an absolute path becomes a file URI.</summary>
    private static string Uri(string path) => Path.IsPathRooted(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));

    private static string Level(Severity severity) => severity == Severity.Info ? "note" : DiagnosticOrder.Word(severity);
}

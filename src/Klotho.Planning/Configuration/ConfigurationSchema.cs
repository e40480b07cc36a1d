using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Configuration;

/// <summary>The JSON Schema (draft 2020-12) of klotho.yaml, written by the model that also reads the file.</summary>
public static class ConfigurationSchema
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Json(PlanningCatalogue catalogue)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            var schema = new SchemaWriter(json);
            json.WriteStartObject();
            schema.Text("$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.Text("title", "klotho.yaml");
            ConfigurationModel.Of(catalogue).WriteSchema(schema);
            json.WriteStartObject("$defs");
            SharedKey[] shared = [ConfigurationModel.Environment(catalogue), .. RequirementsKey.Definitions];
            foreach (var definition in shared)
            {
                schema.Member(definition.Name, definition.Spec);
            }

            foreach (var capability in catalogue.Capabilities)
            {
                foreach (var candidate in capability.Candidates)
                {
                    schema.Member(SchemaWriter.DefinitionName(capability, candidate), new ParametersKey(candidate));
                }
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}

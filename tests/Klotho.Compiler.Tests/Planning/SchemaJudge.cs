using System.Text.Json;
using System.Text.Json.Nodes;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning.Configuration;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>Validates documents against the JSON Schema with another parser and another validator than Klotho's own.</summary>
public sealed class SchemaJudge
{
    private readonly NodeTool tool = new("tests/Klotho.Compiler.Tests/Planning/Schema", "schema-judge");

    /// <summary>For each klotho.yaml null, or why it is invalid.</summary>
    public IReadOnlyList<string?> Judge(IEnumerable<string> documents) => Judge(ConfigurationSchema.Json(TestCatalogue.WithTwoTypes), documents);

    /// <summary>For each SARIF log null, or why the schema of OASIS refuses it.</summary>
    public IReadOnlyList<string?> JudgeSarif(IEnumerable<string> logs) => Judge("\"sarif-2.1.0\"", logs);

    /// <summary>For each document null, or why the schema refuses it.</summary>
    public IReadOnlyList<string?> Judge(string schema, IEnumerable<string> documents)
    {
        var input = new JsonObject
        {
            ["schema"] = JsonNode.Parse(schema),
            ["documents"] = new JsonArray([.. documents.Select(text => JsonValue.Create(text))]),
        };
        return JsonSerializer.Deserialize<string?[]>(tool.Run(input.ToJsonString())) ?? [];
    }
}

using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Planning.Configuration;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>
/// Validates documents against the JSON Schema with the npm packages that Schema/package.json pins, which it installs
/// below <c>obj</c> the first time. Needs <c>node</c> and <c>npm</c> on the PATH.
/// </summary>
public sealed class SchemaJudge
{
    private const string Source = "tests/Klotho.Compiler.Tests/Planning/Schema";

    private static readonly Lock Installation = new();

    private readonly string folder = Path.Combine(Repository.Root, "tests/Klotho.Compiler.Tests/obj/schema-judge");

    public SchemaJudge()
    {
        lock (Installation)
        {
            Install();
        }
    }

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
        return JsonSerializer.Deserialize<string?[]>(Run("node", ["check.mjs"], input.ToJsonString())) ?? [];
    }

    private void Install()
    {
        Directory.CreateDirectory(folder);
        var wanted = Repository.Read($"{Source}/package.json");
        var installed = Path.Combine(folder, "installed.json");
        if (!File.Exists(installed) || File.ReadAllText(installed) != wanted)
        {
            File.WriteAllText(Path.Combine(folder, "package.json"), wanted);
            Run("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], "");
            File.WriteAllText(installed, wanted);
        }

        File.WriteAllText(Path.Combine(folder, "check.mjs"), Repository.Read($"{Source}/check.mjs"));
    }

    private string Run(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors.Result}");
        return output.Result;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"`{start.FileName}` did not start.");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException($"`{start.FileName}` is not on the PATH. Install Node 20 or later with npm (Debian: apt-get install nodejs npm).", error);
        }
    }
}

using System.Text.Json.Nodes;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Emit.Programs;

/// <summary>
/// Every emitted TypeScript program, checked by one compiler process and run by one Node process under the real SDK.
/// The npm packages are those of package.json beside this file, which are installed below <c>obj</c> the first time.
/// </summary>
public sealed class NodePrograms
{
    private static readonly Lazy<NodeTool> Tools = new(() => new("tests/Klotho.Compiler.Tests/Emit/Programs", "emitted-programs", "run.cjs"));

    private static readonly Lazy<(string Errors, IReadOnlyDictionary<string, JsonNode> Runs)> Once = new(RunAll);

    internal static NodeTool Tool => Tools.Value;

    /// <summary>What the compiler says of a program.</summary>
    internal static IEnumerable<string> ErrorsOf(EmittedProgram program) =>
        Once.Value.Errors.Split('\n').Where(line => line.Contains($"cases/{program.Folder}/", StringComparison.Ordinal));

    /// <summary>What the compiler says in all, which has to be about one of the programs.</summary>
    internal static string Errors => Once.Value.Errors;

    /// <summary>What a program registers and reports; what it fails with fails the test.</summary>
    internal static (IReadOnlyList<Registration> Resources, JsonObject Stack) RunOf(EmittedProgram program)
    {
        var run = Once.Value.Runs[program.Name];
        Assert.Null((string?)run["error"]);
        var registered = run["registered"]?.AsArray().Select(Read).ToList() ?? [];
        return ([.. registered.Where(item => !item.Type.StartsWith("klotho:", StringComparison.Ordinal) && item.Type != "pulumi:pulumi:Stack")], run["stack"]?.AsObject() ?? []);
    }

    private static Registration Read(JsonNode? item)
    {
        Assert.NotNull(item);
        return new(
            $"{item["type"]}", $"{item["name"]}", $"{item["parent"]}", item["inputs"]?.DeepClone().AsObject() ?? [],
            Registration.OptionsText(
                (bool?)item["protect"] ?? false, (bool?)item["retain"] ?? false, Texts(item["ignore"]), (string?)item["import"], (string?)item["provider"], Texts(item["aliases"])),
            [.. Texts(item["needs"])]);
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list?.AsArray().Select(item => $"{item}") ?? [];

    private static (string, IReadOnlyDictionary<string, JsonNode>) RunAll()
    {
        var programs = EmittedProgram.Cases.Concat(EmittedProgram.Variants).Select(EmittedProgram.Find).OfType<EmittedProgram>().ToList();
        var tool = Tool;
        var cases = Path.Combine(tool.Folder, "cases");
        if (Directory.Exists(cases))
        {
            Directory.Delete(cases, recursive: true);
        }

        foreach (var program in programs)
        {
            Write(Path.Combine(cases, program.Folder), program);
        }

        // The options are those of the emitted programs, for all of them at once.
        var options = JsonNode.Parse(programs[0].TypeScript.Items.Single(file => file.Path.Value == "infra/tsconfig.json").Text) ?? new JsonObject();
        options["include"] = new JsonArray("cases/*/*.ts");
        options.AsObject().Remove("files");
        options["compilerOptions"]?.AsObject().Remove("noEmit");
        File.WriteAllText(Path.Combine(tool.Folder, "tsconfig.json"), options.ToJsonString());
        var (_, errors) = tool.Run("node", ["node_modules/typescript-7/bin/tsc", "--pretty", "false"], "");
        var input = new JsonArray([.. programs.Select(program => Input(program, Path.Combine(cases, program.Folder, "index.js")))]);
        var answers = tool.Run(input.ToJsonString());
        return (errors, (JsonNode.Parse(answers)?.AsArray() ?? []).OfType<JsonNode>().ToDictionary(answer => $"{answer["name"]}"));
    }

    private static void Write(string folder, EmittedProgram program)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in program.TypeScript.Items.Where(file => file.Path.Value.EndsWith(".ts", StringComparison.Ordinal)))
        {
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file.Path.Value)), file.Text);
        }
    }

    private static JsonObject Input(EmittedProgram program, string path)
    {
        var values = new ExpectedValues(program.Resources);
        return new()
        {
            ["name"] = program.Name,
            ["path"] = path,
            ["project"] = program.Project,
            ["settings"] = values.Settings,
            ["outputs"] = values.Outputs,
            ["results"] = values.Results,
        };
    }
}

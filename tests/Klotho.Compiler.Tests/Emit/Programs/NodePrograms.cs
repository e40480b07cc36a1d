using System.Diagnostics;
using System.Text.Json.Nodes;
using Klotho.Compiler.Tests.Conventions;

namespace Klotho.Compiler.Tests.Emit.Programs;

/// <summary>
/// Every emitted TypeScript program, checked by one compiler process and run by one Node process under the real SDK.
/// The npm packages are those of package.json beside this file, which are installed below <c>obj</c> the first time.
/// </summary>
public sealed class NodePrograms
{
    private const string Source = "tests/Klotho.Compiler.Tests/Emit/Programs";

    private static readonly Lazy<(string Errors, IReadOnlyDictionary<string, JsonNode> Runs)> Once = new(RunAll);

    private static string Folder => Path.Combine(Repository.Root, "tests/Klotho.Compiler.Tests/obj/emitted-programs");

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
        Install();
        var cases = Path.Combine(Folder, "cases");
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
        File.WriteAllText(Path.Combine(Folder, "tsconfig.json"), options.ToJsonString());
        var (_, errors) = Run("node", ["node_modules/typescript-7/bin/tsc", "--pretty", "false"], "");
        var input = new JsonArray([.. programs.Select(program => Input(program, Path.Combine(cases, program.Folder, "index.js")))]);
        var (code, answers) = Run("node", ["run.cjs"], input.ToJsonString());
        Assert.True(code == 0, answers);
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

    private static void Install()
    {
        Directory.CreateDirectory(Folder);
        var wanted = Repository.Read($"{Source}/package.json");
        var installed = Path.Combine(Folder, "installed.json");
        if (!File.Exists(installed) || File.ReadAllText(installed) != wanted)
        {
            File.WriteAllText(Path.Combine(Folder, "package.json"), wanted);
            var (code, output) = Run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"], "");
            Assert.True(code == 0, output);
            File.WriteAllText(installed, wanted);
        }

        File.WriteAllText(Path.Combine(Folder, "run.cjs"), Repository.Read($"{Source}/run.cjs"));
    }

    internal static (int Code, string Output) Run(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"`{program}` did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output.Result : output.Result + errors.Result);
    }
}

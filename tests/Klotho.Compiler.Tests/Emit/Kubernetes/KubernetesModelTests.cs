using System.Diagnostics;
using System.Text.Json;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Emit.Kubernetes;

/// <summary>
/// Every emitted manifest against the validators of npm <c>kubernetes-models</c>, which come from the API server's own schemas: one Node process
/// for all cases. They let unknown fields pass, which the provider's schema (<see cref="GoldenEmitTests"/>) does not.
/// The packages are those of package.json beside this file, which are installed below <c>obj</c> the first time.
/// </summary>
public sealed class KubernetesModelTests
{
    private const string Source = "tests/Klotho.Compiler.Tests/Emit/Kubernetes/Models";

    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> Once = new(Validate);

    private static string Folder => Path.Combine(Repository.Root, "tests/Klotho.Compiler.Tests/obj/emitted-objects");

    public static TheoryData<string> Cases => ManifestTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_object_is_valid(string name)
    {
        var answers = Once.Value.Where(file => file.Key.StartsWith($"{name}/", StringComparison.Ordinal)).SelectMany(file => file.Value).ToList();

        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.EndsWith(": valid", answer, StringComparison.Ordinal));
    }

    [Fact]
    public void The_validators_find_what_is_wrong() =>
        Assert.Contains("containers", Assert.Single(Once.Value["wrong/deployment.yaml"]), StringComparison.Ordinal);

    private static IReadOnlyDictionary<string, string[]> Validate()
    {
        Install();
        var files = Golden.CasesOf(EmitCase.Stage).Cast<object[]>().Select(row => $"{row[0]}")
            .SelectMany(name => (EmitCase.Run(name).Output?.Files.Items ?? [])
                .Where(file => file.Path.Value.StartsWith("kubernetes/", StringComparison.Ordinal) && file.Path.Value.EndsWith(".yaml", StringComparison.Ordinal) && !file.Path.Value.EndsWith("kustomization.yaml", StringComparison.Ordinal))
                .Select(file => ($"{name}/{file.Path.Value}", file.Text)))
            .Append(("wrong/deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: wrong\nspec:\n  selector: {}\n  template:\n    spec:\n      containers: 1\n"))
            .ToDictionary(file => file.Item1, file => file.Item2);
        var (code, output) = Run("node", ["validate.cjs"], JsonSerializer.Serialize(files));
        Assert.True(code == 0, output);
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(output) ?? [];
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

        File.WriteAllText(Path.Combine(Folder, "validate.cjs"), Repository.Read($"{Source}/validate.cjs"));
    }

    private static (int Code, string Output) Run(string program, string[] arguments, string input)
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

using System.Text.Json;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Emit.Kubernetes;

/// <summary>
/// Every emitted manifest against the validators of npm <c>kubernetes-models</c>, which come from the API server's own schemas: one Node process
/// for all cases. They let unknown fields pass, which the provider's schema (<see cref="GoldenEmitTests"/>) does not.
/// The packages are those of package.json beside this file, which are installed below <c>obj</c> the first time.
/// </summary>
public sealed class KubernetesModelTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> Once = new(Validate);

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
        var files = Golden.CasesOf(EmitCase.Stage).Cast<object[]>().Select(row => $"{row[0]}")
            .SelectMany(name => (EmitCase.Run(name).Output?.Files.Items ?? [])
                .Where(file => file.Path.Value.StartsWith("kubernetes/", StringComparison.Ordinal) && file.Path.Value.EndsWith(".yaml", StringComparison.Ordinal) && !file.Path.Value.EndsWith("kustomization.yaml", StringComparison.Ordinal))
                .Select(file => ($"{name}/{file.Path.Value}", file.Text)))
            .Append(("wrong/deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: wrong\nspec:\n  selector: {}\n  template:\n    spec:\n      containers: 1\n"))
            .ToDictionary(file => file.Item1, file => file.Item2);
        var tool = new NodeTool("tests/Klotho.Compiler.Tests/Emit/Kubernetes/Models", "emitted-objects", "validate.cjs");
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(tool.Run(JsonSerializer.Serialize(files))) ?? [];
    }
}

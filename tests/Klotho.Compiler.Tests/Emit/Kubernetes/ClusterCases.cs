using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Emit.Kubernetes;

/// <summary>The golden cases that have something in a cluster, and the others with everything there.</summary>
internal static class ClusterCases
{
    private const string Portable = "requirements: {portability: kubernetes}\n";

    private static readonly string[] Moved = ["KeyValue", "Topic", "Network", "Operations", "StaticSite", "SecureParameter", "Calls"];

    public static TheoryData<string> All =>
    [
        .. Golden.CasesOf(EmitCase.Stage).Cast<object[]>().Select(row => $"{row[0]}").Where(name => name.StartsWith("Cluster", StringComparison.Ordinal) || name.StartsWith("Eks", StringComparison.Ordinal)),
        .. Moved.Select(name => $"{name} moved"),
    ];

    public static (Plan Plan, ResourceGraph Resources) Run(string name) =>
        name.EndsWith(" moved", StringComparison.Ordinal) ? EmitCase.RunWithPlan(name[..^" moved".Length], Portable) : EmitCase.RunWithPlan(name, null);

    public static IEnumerable<InputValue.Map> Maps(InputValue value) => value.DescendantsAndSelf().OfType<InputValue.Map>();

    public static IEnumerable<InputValue> Find(InputValue value, string name) =>
        Maps(value).SelectMany(map => map.Entries.Items).Where(entry => entry.Name == name).Select(entry => entry.Value);

    public static IEnumerable<string> Texts(InputValue value) => value.DescendantsAndSelf().OfType<InputValue.Text>().Select(text => text.Value);
}

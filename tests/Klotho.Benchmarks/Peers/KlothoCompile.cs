using Klotho.Benchmarks.Compile;
using Klotho.Benchmarks.Scale;

namespace Klotho.Benchmarks.Peers;

/// <summary>Ourselves.</summary>
/// <param name="tool">The executable.</param>
internal sealed class KlothoCompile(string tool) : IPeer
{
    // Outside of the project, whose build would take in what is written otherwise.
    private const string Output = "../compiled";

    public string Name => "`klotho compile`";

    public string Source => "Program.cs";

    public IReadOnlyList<string> Made { get; } = [Output, "klotho.lock.json", "obj/Debug"];

    public Task<string> WriteAsync(string scratch, int functions) => SyntheticProject.WriteAsync(
        scratch, $"Functions{functions}", folder => File.WriteAllTextAsync(Path.Combine(folder, Source), FunctionApp.Source(functions)));

    public IReadOnlyList<string> Command(string application) => [tool, "compile", ".", "--out", Output, "--quiet"];
}

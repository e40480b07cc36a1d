using Klotho.Compiler.Tests.Conventions;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Wiring;

/// <summary>The generated text of each folder below <c>Cases/Wiring</c>, which compiles without a warning.</summary>
public sealed class GoldenWiringTests
{
    private const string Expected = "KlothoWiring.g.cs";

    private static string Folder => Path.Combine(Repository.Root, "tests/Klotho.Compiler.Tests/Cases/Wiring");

    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated_text_is_as_expected_and_compiles(string name)
    {
        var folder = Path.Combine(Folder, name);
        var files = Directory.EnumerateFiles(folder, "*.cs").Where(path => Path.GetFileName(path) != Expected)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)));
        var kind = File.Exists(Path.Combine(folder, "Program.cs")) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;

        var (compilation, wiring) = WiringApp.Generate(WiringApp.Compile(name, kind, files));

        WiringApp.Emit(compilation);
        Assert.Equal(ReadExpected(Path.Combine(folder, Expected), wiring ?? ""), wiring ?? "");
    }

    private static string ReadExpected(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        return File.Exists(path) ? File.ReadAllText(path) : $"no file {path}";
    }
}

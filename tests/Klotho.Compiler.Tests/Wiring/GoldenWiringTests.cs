using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Wiring;

/// <summary>The generated text of each folder below <c>Cases/Wiring</c>, which compiles without a warning.</summary>
public sealed class GoldenWiringTests
{
    private const string Stage = "Wiring";
    private const string Expected = "KlothoWiring.g.cs";

    public static TheoryData<string> Cases => Golden.CasesOf(Stage);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated_text_is_as_expected_and_compiles(string name)
    {
        var files = Golden.Sources(Stage, name).Where(file => file.Path != Expected).ToList();
        var kind = files.Any(file => file.Path == "Program.cs") ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;

        var (compilation, wiring) = WiringApp.Generate(WiringApp.Compile(name, kind, files));

        WiringApp.Emit(compilation);
        Golden.Check(Stage, name, Expected, wiring ?? "");
    }
}

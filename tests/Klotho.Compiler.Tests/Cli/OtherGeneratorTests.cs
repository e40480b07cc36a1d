using System.Runtime.InteropServices;
using Klotho.Cli.Loading;
using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Cli;

/// <summary>Generators run where they may write what no code names.</summary>
public sealed class OtherGeneratorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("generators").FullName;

    [Fact]
    public void A_generator_of_a_package_is_one() =>
        Assert.True(OtherGenerators.Any([Compiled("Acme.Handlers", "[Microsoft.CodeAnalysis.Generator] public class G : Microsoft.CodeAnalysis.IIncrementalGenerator { public void Initialize(Microsoft.CodeAnalysis.IncrementalGeneratorInitializationContext context) { } }")]));

    [Fact]
    public void An_analyzer_is_none_nor_what_is_no_assembly_nor_what_is_not_there()
    {
        var text = Path.Combine(folder, "Text.dll");
        File.WriteAllText(text, "text");

        Assert.False(OtherGenerators.Any([Compiled("Acme.Rules", "public class Rules { }"), text, Path.Combine(folder, "Missing.dll"), typeof(object).Assembly.Location]));
    }

    /// <summary>Fails where a new .NET has a generator that nobody has looked at yet.</summary>
    [Fact]
    public void Those_of_the_installed_NET_are_known()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        var analyzers = new[] { "packs", "sdk" }.Select(each => Path.Combine(root, each))
            .SelectMany(each => Directory.EnumerateFiles(each, "*.dll", SearchOption.AllDirectories))
            .Where(file => file.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("analyzers") || parts.Contains("source-generators")))
            .ToList();

        Assert.Contains(analyzers, file => Path.GetFileName(file) == "System.Text.Json.SourceGeneration.dll");
        Assert.False(OtherGenerators.Any(analyzers), string.Join('\n', analyzers.Where(file => OtherGenerators.Any([file]))));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Compiled(string name, string code)
    {
        var path = Path.Combine(folder, name + ".dll");
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code)], [.. ReferenceAssemblies.AspNetCore, MetadataReference.CreateFromFile(typeof(Compilation).Assembly.Location)], new(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(path).Success);
        return path;
    }
}

using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Wiring;

/// <summary>Annotations in libraries reach the application.</summary>
public sealed class ReferencedModulesTests
{
    private static string Store(string name, string also = "") =>
        $"using Klotho; namespace {name}; public sealed class Uses{name}([Persist(\"{name.ToLowerInvariant()}\")] IBlobStore files) {{ public IBlobStore Files => files; {also} }}";

    [Fact]
    public void An_application_without_annotations_takes_the_modules_of_its_libraries()
    {
        var left = WiringApp.Reference(WiringApp.Library("Left", Store("Left")));
        var right = WiringApp.Reference(WiringApp.Library("Right", Store("Right")));

        var (compilation, wiring) = WiringApp.Generate(WiringApp.Library("App", "class Nothing;", right, left));

        WiringApp.Emit(compilation);
        Assert.Equal(
            [".. global::Klotho.Generated.LeftWiring.Module.Declarations,", ".. global::Klotho.Generated.RightWiring.Module.Declarations,"],
            (wiring ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("..", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_module_that_another_contains_is_not_taken_twice()
    {
        var below = WiringApp.Reference(WiringApp.Library("Below", Store("Below")));
        var middle = WiringApp.Reference(WiringApp.Library("Middle", Store("Middle"), below));

        var (compilation, wiring) = WiringApp.Generate(WiringApp.Library("App", Store("App"), below, middle));

        WiringApp.Emit(compilation);
        Assert.Contains("MiddleWiring", wiring, StringComparison.Ordinal);
        Assert.DoesNotContain("BelowWiring", wiring, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_of_a_referenced_project_gets_a_client()
    {
        var contracts = WiringApp.Reference(WiringApp.Library("Contracts", "namespace Contracts; public interface IGreeter { Task<string> GreetAsync(string name); }"));

        var (compilation, wiring) = WiringApp.Generate(WiringApp.Library(
            "App",
            """
            using Klotho;
            [ExecUnit("greeter")]
            public sealed class Greeter : Contracts.IGreeter, IAsyncDisposable
            {
                public Task<string> GreetAsync(string name) => Task.FromResult(name);
                public ValueTask DisposeAsync() => default;
            }
            """,
            contracts));

        WiringApp.Emit(compilation);
        Assert.Contains("new Contracts_IGreeterClient(caller)", wiring, StringComparison.Ordinal);
        Assert.DoesNotContain("IAsyncDisposable", wiring, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_annotations_and_without_modules_is_left_alone() =>
        Assert.Null(WiringApp.Generate(WiringApp.Library("Plain", "class Nothing;")).Wiring);

    [Fact]
    public void A_project_without_the_runtime_is_left_alone()
    {
        var app = WiringApp.Library("Plain", "namespace Klotho { class ExecUnitAttribute(string id) : System.Attribute { public string Id => id; } [ExecUnit(\"x\")] class C; }");

        Assert.Null(WiringApp.Generate(app.RemoveReferences(ReferenceAssemblies.Runtime)).Wiring);
    }

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        var one = ("One.cs", Store("One"));
        var two = ("Two.cs", Store("Two"));

        Assert.Equal(
            WiringApp.Generate(WiringApp.Compile("App", OutputKind.DynamicallyLinkedLibrary, [one, two])).Wiring,
            WiringApp.Generate(WiringApp.Compile("App", OutputKind.DynamicallyLinkedLibrary, [two, one])).Wiring);
    }
}

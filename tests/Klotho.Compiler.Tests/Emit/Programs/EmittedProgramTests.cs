using System.Text.Json.Nodes;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Emit.Schema;

namespace Klotho.Compiler.Tests.Emit.Programs;

/// <summary>
/// Both printers, for every golden case and every variant of the planner's swap matrix that can be emitted: the program
/// compiles, runs, and registers exactly what the resource graph says.
/// </summary>
public sealed class EmittedProgramTests
{
    private static readonly Lazy<List<string>> Emittable = new(() =>
        [.. EmittedProgram.Cases.Concat(EmittedProgram.Variants).Where(name => EmittedProgram.Find(name) is not null)]);

    public static TheoryData<string> Programs => [.. Emittable.Value];

    [Fact]
    public void Variants_of_the_swap_matrix_are_emitted() =>
        Assert.InRange(Emittable.Value.Count(name => name.StartsWith("Swap/", StringComparison.Ordinal)), 12, int.MaxValue);

    [Theory]
    [MemberData(nameof(Programs))]
    public void Its_resources_fit_the_providers_schema(string name) =>
        Assert.Empty(ResourceGraphCheck.Problems(Find(name).Resources, ProviderSchema.Current));

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_csharp_program_compiles_without_a_warning(string name) =>
        Assert.Empty(CSharpRun.Warnings(Find(name)));

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_typescript_program_type_checks(string name) => Assert.Empty(NodePrograms.ErrorsOf(Find(name)));

    [Fact]
    public void The_typescript_compiler_has_nothing_else_to_say() => Assert.Equal("", NodePrograms.Errors);

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_typescript_program_registers_what_the_graph_says(string name)
    {
        var program = Find(name);
        var run = NodePrograms.RunOf(program);

        AssertNone(Registration.Difference(Registration.Of(program.Resources), run.Resources, withParents: false));
        Assert.All(program.Resources.Resources, resource => Assert.Subset(
            run.Resources.Single(item => item.Name == resource.Name.Value).Needs.ToHashSet(),
            ResourceGraphCheck.Needs(resource).Where(need => need != resource.Options.Provider).Select(need => need.Value).ToHashSet()));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Both_programs_register_and_report_the_same(string name)
    {
        var program = Find(name);
        var (typescript, csharp) = (NodePrograms.RunOf(program), CSharpRun.Run(program));

        AssertNone(Registration.Difference(csharp.Resources, typescript.Resources, withParents: true));
        Assert.Equal(Sorted(csharp.Stack), Sorted(typescript.Stack));
        Assert.All(program.Resources.Resources, resource => Assert.Equal(
            resource.Options.DependsOn.Items.Select(need => need.Value), csharp.Resources.Single(item => item.Name == resource.Name.Value).Needs));
    }

    /// <summary>One process for all programs, with none of this repository's own rules.</summary>
    [Fact]
    public void The_csharp_programs_are_formatted_as_the_sdk_formats()
    {
        var folder = Path.Combine(Repository.Root, "tests/Klotho.Compiler.Tests/obj/emitted-csharp");
        foreach (var program in Emittable.Value.Select(Find))
        {
            Directory.CreateDirectory(Path.Combine(folder, program.Folder));
            foreach (var file in program.CSharp.Items.Where(file => file.Path.Value.EndsWith(".cs", StringComparison.Ordinal)))
            {
                File.WriteAllText(Path.Combine(folder, program.Folder, Path.GetFileName(file.Path.Value)), file.Text);
            }
        }

        File.WriteAllText(Path.Combine(folder, ".editorconfig"), "root = true\n");
        var (code, output) = NodePrograms.Tool.Run("dotnet", ["format", "whitespace", folder, "--folder", "--verify-no-changes"], "");
        Assert.True(code == 0, output);
    }

    /// <summary>A whole number that stands as a double would still compile, and read worse.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void Whole_numbers_are_printed_as_such(string name) =>
        Assert.All(Find(name).CSharp.Items.Concat(Find(name).TypeScript), file => Assert.DoesNotMatch(@"= \d+\.0\b|: \d+\.0,", file.Text));

    private static void AssertNone(string difference) => Assert.True(difference.Length == 0, difference);

    private static EmittedProgram Find(string name) => EmittedProgram.Find(name) ?? throw new InvalidOperationException($"{name} is not emitted.");

    private static IEnumerable<string> Sorted(JsonObject stack) => stack.Select(output => $"{output.Key}: {output.Value}").Order(StringComparer.Ordinal);
}

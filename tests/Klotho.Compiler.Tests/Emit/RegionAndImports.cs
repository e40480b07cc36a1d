using Klotho.Emit;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>What klotho.yaml says of the region and of existing resources reaches the program.</summary>
public sealed class RegionAndImports
{
    private const string Program = """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", async ([Persist("slides")] IKeyValueStore<string> slides) => (await slides.GetAsync("a"))?.Value);
        app.Run();
        """;

    [Theory]
    [InlineData("region: eu-west-1\n", "eu-west-1")]
    [InlineData("requirements: {data_residency: fr}\n", "eu-west-3")]
    public void The_region_stands_in_the_programs_configuration(string yaml, string region)
    {
        var result = EmitCase.RunText(Program, yaml);

        Assert.EndsWith($"config:\n  aws:region:\n    value: {region}\n", File(result, "infra/Pulumi.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("aws:region", File(result, "README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_region_each_stack_says_it()
    {
        var result = EmitCase.RunText(Program, "");

        Assert.DoesNotContain("aws:region", File(result, "infra/Pulumi.yaml"), StringComparison.Ordinal);
        Assert.Contains("pulumi config set aws:region", File(result, "README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_is_on_the_nodes_main_resource_only()
    {
        var resources = EmitCase.RunText(Program, "imports: {persisted: {kv: {slides: slides-of-2019}}}\n").Resources;

        Assert.NotNull(resources);
        Assert.Equal(["slides slides-of-2019"], resources.Resources.Items
            .Where(resource => resource.Options.Import is not null)
            .Select(resource => $"{resource.Name} {resource.Options.Import}"));
    }

    private static string File(EmitResult result, string path) =>
        result.Output?.Files.Items.Single(file => file.Path.Value == path).Text ?? "";
}

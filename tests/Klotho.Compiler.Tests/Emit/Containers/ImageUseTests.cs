using System.Text.RegularExpressions;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Containers;

/// <summary>What an image says that its process uses, the unit's host binds: else no deployment would start.</summary>
public sealed partial class ImageUseTests
{
    public static TheoryData<string> Cases => Golden.CasesOf(EmitCase.Stage);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Whatever_an_image_says_that_it_uses_its_host_binds(string name)
    {
        var result = EmitCase.Run(name);
        Assert.NotNull(result.Output);
        Assert.NotNull(result.Resources);
        var processes = ResourceText.Of(result.Resources, []).Split('\n').Where(line => line.Contains("Klotho__Deployed", StringComparison.Ordinal)).ToList();
        var dockerfile = result.Output.Files.Items.SingleOrDefault(file => file.Path.Value == "containers/Dockerfile")?.Text ?? "";

        foreach (Match image in Image.Matches(dockerfile))
        {
            var hosts = processes.Where(line => Regex.IsMatch(line, $@"Klotho__Unit(: |, value: ){image.Groups["unit"].Value}\b(?!-)")).ToList();
            Assert.NotEmpty(hosts);
            foreach (var use in image.Groups["uses"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                var variable = $"Klotho__{use.Replace(":", "__", StringComparison.Ordinal).Replace('-', '_')}";
                Assert.All(hosts, line => Assert.Contains(variable, line, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>Hosts name an image by its <c>ref</c>, which the provider makes of the image's tags, and of nothing where it has none.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void An_image_that_is_built_has_a_tag_and_fixed_times(string name)
    {
        var resources = EmitCase.Run(name).Resources;
        Assert.NotNull(resources);
        Assert.All(resources.Resources.Items.Where(resource => resource.Type.Value == "docker-build:index:Image"), image =>
        {
            Assert.Single(Assert.IsType<InputValue.List>(image.Inputs.Find("tags")).Items.Items);
            Assert.Equal(InputValue.Map.Of(new InputValue.Entry("SOURCE_DATE_EPOCH", "0")), image.Inputs.Find("buildArgs"));
        });
    }

    [Fact]
    public void A_unit_uses_its_stores_and_the_topics_that_it_publishes_and_handles()
    {
        var dockerfile = EmitCase.Run("Bus").Output?.Files.Items.Single(file => file.Path.Value == "containers/Dockerfile").Text ?? "";

        Assert.Equal(
            ["mail PubSub:order-paid,Subscriptions:order-paid", "main PubSub:order-paid", "stock Subscriptions:order-paid"],
            Image.Matches(dockerfile).Select(image => $"{image.Groups["unit"]} {image.Groups["uses"]}").Order(StringComparer.Ordinal));
    }

    /// <summary>On AWS Lambda the platform knows who calls, and no unit is given the token.</summary>
    [Theory]
    [InlineData("Calls", "greeter= main=ExecUnit:greeter")]
    [InlineData("Fargate", "greeter=UnitToken main=ExecUnit:greeter,UnitToken")]
    [InlineData("Cluster", "greeter=UnitToken main=ExecUnit:greeter,UnitToken")]
    public void A_unit_uses_the_units_that_it_calls_and_where_its_host_gives_it_one_the_token(string name, string expected)
    {
        var dockerfile = EmitCase.Run(name).Output?.Files.Items.Single(file => file.Path.Value == "containers/Dockerfile").Text ?? "";

        var uses = Image.Matches(dockerfile).Select(image => (
            Unit: image.Groups["unit"].Value,
            Calls: image.Groups["uses"].Value.Split(',').Where(use => use == "UnitToken" || use.StartsWith("ExecUnit:", StringComparison.Ordinal))));
        Assert.Equal(expected, string.Join(' ', uses.Select(image => $"{image.Unit}={string.Join(',', image.Calls)}").Order(StringComparer.Ordinal)));
    }

    [GeneratedRegex(@"ENV Klotho__Unit=(?<unit>\S+)\n(ENV Klotho__Uses=(?<uses>\S+)\n)?")]
    private static partial Regex Image { get; }
}

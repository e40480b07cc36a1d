using Klotho.Analysis.Collections;
using Klotho.Planning;
using Klotho.Planning.Configuration;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>Which of several values of one key holds: the documented order, for every combination of places that say something.</summary>
public sealed class Precedence
{
    /// <summary>From the weakest to the strongest, each with the origin that it shows.</summary>
    private static readonly (string Place, string Origin)[] Layers =
    [
        ("defaults", "klotho.yaml:2"),
        ("defaults of the environment", "klotho.yaml:5"),
        ("defaults of the overlay", "klotho.prod.yaml:2"),
        ("defaults of the command line", "--set defaults.execution_units.infra_params_by_type.lambda.memory=1003"),
        ("per id", "klotho.yaml:3"),
        ("per id of the environment", "klotho.yaml:6"),
        ("per id of the overlay", "klotho.prod.yaml:3"),
        ("per id of the command line", "--set execution_units.main.infra_params.memory=1007"),
    ];

    [Fact]
    public void The_strongest_place_that_says_something_holds()
    {
        for (var said = 0; said < 1 << Layers.Length; said++)
        {
            var strongest = Enumerable.Range(0, Layers.Length).LastOrDefault(layer => (said & (1 << layer)) != 0, -1);
            var result = Plan(said, "prod");

            var memory = result.Configuration.Items.Single(entry => entry.Key == "execution_units.main.infra_params.memory");
            Assert.Equal(
                strongest < 0 ? "1024 default" : $"{1000 + strongest} {Layers[strongest].Origin}",
                $"{memory.Value} {memory.Origin}");
        }
    }

    [Fact]
    public void Another_environment_has_no_say()
    {
        var memory = Plan(0b0010_0010, "test").Configuration.Items.Single(entry => entry.Key == "execution_units.main.infra_params.memory");

        Assert.Equal(new ParameterValue.Whole(1024), memory.Value);
    }

    [Fact]
    public void Requirements_are_merged_key_by_key_like_everything_else()
    {
        var read = RequirementCases.Read("prod", ["requirements.availability=99.5%"],
            """
            requirements:
              latency: {p50: 100ms, p99: 400ms}
              availability: 99%
              regions: [eu-west-1, eu-central-1]
            environments:
              prod: {requirements: {latency: 300ms, monthly_cost: 200 USD/month}}
              test: {requirements: {monthly_cost: 9 USD/month}}
            """,
            "requirements: {regions: [us-east-1], monthly_cost: 300 USD/month}\n");

        Assert.Equal(
        [
            "requirements.availability: 99.5%  # --set requirements.availability=99.5%",
            "requirements.latency.p50: 100ms  # klotho.yaml:2",
            "requirements.latency.p99: 300ms  # klotho.yaml:6",
            "requirements.monthly_cost: 300 USD/month  # klotho.1.yaml:1",
            "requirements.regions: us-east-1  # klotho.1.yaml:1",
        ], read.Requirements.Items.Select(one => $"{one.Path}: {one.Value}  # {one.Origin}"));
    }

    /// <summary>Plans with the files and options of which each says its value where its bit is set.</summary>
    private static PlanResult Plan(int said, string environment)
    {
        var main = Say("""
            app: shop
            defaults: {execution_units: {infra_params_by_type: {lambda: {@0}}}}
            execution_units: {main: {infra_params: {@4}}}
            environments: {prod: {
              defaults: {execution_units: {infra_params_by_type: {lambda: {@1}}}},
              execution_units: {main: {infra_params: {@5}}}}}
            """);
        var overlay = Say("""
            # The overlay of the environment.
            defaults: {execution_units: {infra_params_by_type: {lambda: {@2}}}}
            execution_units: {main: {infra_params: {@6}}}
            """);
        var options = new List<string>();
        if ((said & (1 << 3)) != 0)
        {
            options.Add("defaults.execution_units.infra_params_by_type.lambda.memory=1003");
        }

        if ((said & (1 << 7)) != 0)
        {
            options.Add("execution_units.main.infra_params.memory=1007");
        }

        var files = new List<ConfigurationFile> { new(new("klotho.yaml"), main) };
        if (environment == "prod")
        {
            files.Add(new(new("klotho.prod.yaml"), overlay));
        }

        var result = Planner.Run(new(CaseGraph.Read("exec_unit:main at App.cs:1\n"), files.ToEquatableArray(), TestCatalogue.Shipped)
        {
            Environment = environment,
            Overrides = options.ToEquatableArray(),
        });
        Assert.Empty(result.Diagnostics);
        return result;

        string Say(string text) => Enumerable.Range(0, Layers.Length).Aggregate(text, (filled, layer) => filled.Replace(
            $"@{layer}", (said & (1 << layer)) == 0 ? "" : $"memory: {1000 + layer}", StringComparison.Ordinal));
    }
}

using Klotho.Analysis.Collections;
using Klotho.Planning;
using Klotho.Planning.Configuration;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>A section whose entries ask for a type by standing there: <c>persisted.redis_cluster</c>.</summary>
public sealed class SecondSections
{
    [Theory]
    [InlineData("sessions: {}", "container 2 klotho.yaml:1")]
    [InlineData("sessions: ", "container 2 klotho.yaml:1")]
    [InlineData("sessions: {type: container, infra_params: {replicas: 3}}", "container 3 klotho.yaml:1")]
    [InlineData("sessions: {infra_params: {replicas: 4}}", "container 4 klotho.yaml:1")]
    public void An_entry_asks_for_the_sections_type(string entry, string expected)
    {
        var result = Plan($"persisted: {{redis_cluster: {{{entry}}}}}\n");

        Assert.Empty(result.Diagnostics.Items.Select(found => found.Message));
        var decision = Assert.Single(result.Plan?.Decisions ?? EquatableArray<Klotho.Planning.Plans.Decision>.Empty);
        Assert.Equal(expected, $"{decision.Type} {decision.Parameter("replicas")?.Value} {decision.Origin}");
    }

    [Theory]
    [InlineData("persisted: {redis_cluster: {sessions: {type: elasticache}}}\n", "KL2010")]
    [InlineData("persisted: {redis_cluster: {sessions: {infra_params: {node_type: x}}}}\n", "KL2011")]
    [InlineData("persisted: {redis_cluster: {session: {}}}\n", "KL2012")]
    [InlineData("persisted: {redis_cluster: {sessions: {}}, redis_node: {sessions: {type: elasticache}}}\n", "KL2027")]
    [InlineData("defaults: {persisted: {redis_cluster: {type: container}}}\n", "KL2006")]
    public void Other_types_and_both_sections_are_refused(string text, string code) =>
        Assert.Equal([code], Plan(text).Diagnostics.Items.Select(found => found.Rule.Code.Value));

    [Fact]
    public void Requirements_and_imports_of_the_section_are_the_nodes()
    {
        var read = ConfigurationReader.Run(
            new([new(new("klotho.yaml"), "{requirements: {persisted: {redis_cluster: {sessions: {availability: 99.9%}}}}, imports: {persisted: {redis_cluster: {sessions: old}}}}\n")]),
            TestCatalogue.WithTwoTypes);

        Assert.Empty(read.Diagnostics);
        Assert.Equal("redis_node:sessions", $"{Assert.Single(read.Configuration.Requirements).Scope}");
        Assert.Equal("redis_node:sessions", $"{Assert.Single(read.Configuration.Imports).Node}");
    }

    private static PlanResult Plan(string text) =>
        Planner.Run(new(CaseGraph.Read("redis_node:sessions at App.cs:1\n"), new([new(new("klotho.yaml"), text)]), TestCatalogue.WithTwoTypes));
}

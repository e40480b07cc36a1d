using Klotho.Cli.Run;
using Klotho.Compiler.Tests.Planning;
using Klotho.Planning;

namespace Klotho.Compiler.Tests.Cli;

/// <summary>The limits of the planned target, as the processes of a run are told them.</summary>
public sealed class PlannedLimitsTests
{
    private const string Mb = "6291456";

    [Theory]
    [InlineData("{}", $"Klotho__Limits__PayloadBytes={Mb} Klotho__Limits__ResponseSeconds=30")]
    [InlineData("{execution_units: {main: {type: fargate}}}", "Klotho__Limits__PayloadBytes=10485760 Klotho__Limits__ResponseSeconds=30")]
    [InlineData("{exposed: {web: {type: alb}}}", "Klotho__Limits__PayloadBytes=1048576")]
    [InlineData("{exposed: {web: {type: alb}}, execution_units: {main: {type: fargate}}}", "")]
    public void The_smallest_of_gateway_and_unit_holds(string configuration, string limits)
    {
        var plan = Planner.Run(new(
            CaseGraph.Read("exec_unit:main at App.cs:1\ngateway:web at App.cs:2\n"), new([new(new("klotho.yaml"), configuration + "\n")]), TestCatalogue.Shipped)).Plan;

        Assert.NotNull(plan);
        Assert.Equal(limits, string.Join(' ', PlannedLimits.Of(plan).Select(limit => $"{limit.Key}={limit.Value}")));
    }

    [Theory]
    [InlineData("{pubsub: {slide-read: {infra_params: {claims: true}}}}")]
    [InlineData("{requirements: {pubsub: {slide-read: {traffic: {payload: 1 MiB}}}}}")]
    public void A_topic_whose_payloads_go_by_a_bucket_takes_more(string configuration)
    {
        var plan = Planner.Run(new(
            CaseGraph.Read("exec_unit:main at App.cs:1\npubsub:slide-read at App.cs:2\n"), new([new(new("klotho.yaml"), configuration + "\n")]), TestCatalogue.Shipped)).Plan;

        Assert.NotNull(plan);
        Assert.Equal("Klotho__MessageBytes__slide_read=16777216", string.Join(' ', PlannedLimits.Of(plan).Select(limit => $"{limit.Key}={limit.Value}")));
    }

    [Fact]
    public void What_nobody_asks_has_no_limits()
    {
        var plan = Planner.Run(new(CaseGraph.Read("exec_unit:main at App.cs:1\n"), default, TestCatalogue.Shipped)).Plan;

        Assert.NotNull(plan);
        Assert.Empty(PlannedLimits.Of(plan));
    }
}

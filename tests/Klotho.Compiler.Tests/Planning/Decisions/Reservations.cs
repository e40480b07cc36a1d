using Klotho.Analysis.Collections;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning.Configuration;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>What gives less than others is never taken for its price alone.</summary>
public sealed class Reservations
{
    private const string Busy = "requirements: {traffic: {average: 600 rps, peak: 1500 rps, work: 5ms}";

    private const string Program = """
        [assembly: Expose("api")]

        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", async ([Persist("slides")] IKeyValueStore<string> slides) => (await slides.GetAsync("a"))?.Value);
        app.Run();
        """;

    [Theory]
    [InlineData("}\n", "dynamodb", RejectionKind.Reserved)]
    [InlineData(", persisted: {kv: {slides: {durability: {rpo: 1d}}}}}\n", "redis", null)]
    [InlineData("}\npersisted: {kv: {slides: {type: redis}}}\n", "redis", null)]
    public void A_store_that_may_lose_values_takes_a_line_that_allows_it(string yaml, string type, RejectionKind? rejected)
    {
        var decision = Decision("kv:slides", Busy + yaml);

        Assert.Equal(type, decision.Type.Name);
        Assert.Equal(rejected, decision.Rejected.Items.Where(alternative => alternative.Type.Name == "redis").Select(alternative => (RejectionKind?)alternative.Kind).SingleOrDefault());
    }

    [Theory]
    [InlineData("}\n", "apigateway")]
    [InlineData("}\ndefaults: {exposed: {infra_params_by_type: {alb: {domain: api.example.com}}}}\n", "alb")]
    public void A_gateway_without_TLS_takes_somebody_who_asks_for_it(string yaml, string type) =>
        Assert.Equal(type, Decision("gateway:api", Busy + yaml).Type.Name);

    /// <summary>A load balancer hands a function no more than 1 MB, and a service as much as comes.</summary>
    [Theory]
    [InlineData("512 KiB", "lambda")]
    [InlineData("2 MiB", "fargate")]
    public void A_load_balancer_is_put_before_functions_only_where_requests_are_small(string payload, string type) => Assert.Equal(
        type,
        Decision("exec_unit:main", $"requirements: {{traffic: {{payload: {payload}}}}}\nexposed: {{api: {{type: alb}}}}\npersisted: {{kv: {{slides: {{type: redis}}}}}}\n").Type.Name);

    private static Decision Decision(string node, string yaml)
    {
        var result = Klotho.Planning.Planner.Run(new(App.Analyze(Program).Graph, new ConfigurationFile[] { new(new("klotho.yaml"), yaml) }.ToEquatableArray(), TestCatalogue.Shipped));
        Assert.Empty(result.Diagnostics.Items.Select(found => found.Message));
        Assert.NotNull(result.Plan);
        return result.Plan.Decisions.Items.Single(decision => $"{decision.Node}" == node);
    }
}

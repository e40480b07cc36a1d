using Klotho.Analysis.Collections;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning;
using Klotho.Planning.Configuration;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>A topic whose messages are ordered by a key goes to what keeps that order, and to nothing else.</summary>
public sealed class OrderedTopics
{
    [Theory]
    [InlineData("pubsub: {slides: {type: eventbridge}}\n")]
    [InlineData("pubsub: {slides: {type: rabbitmq}}\n")]
    [InlineData("defaults: {pubsub: {type: eventbridge}}\n")]
    [InlineData("requirements: {portability: kubernetes}\n")]
    public void What_keeps_no_order_is_refused_with_the_reason_and_no_plan_is_made(string yaml)
    {
        var result = Plan("[OrderedBy(nameof(SlideUploaded.Deck))]", yaml);

        Assert.Null(result.Plan);
        Assert.Contains(result.Diagnostics.Items, found => found.Message.Contains("the messages of slides are [OrderedBy] Deck, and an ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pubsub: {slides: {type: eventbridge}}\n", "eventbridge")]
    [InlineData("pubsub: {slides: {type: rabbitmq}}\n", "rabbitmq")]
    public void Without_an_order_the_same_lines_hold(string yaml, string type)
    {
        var result = Plan("", yaml);

        Assert.Equal(type, result.Plan?.Decisions.Items.Single(decision => $"{decision.Node}" == "pubsub:slides").Type.Name);
    }

    private static PlanResult Plan(string attribute, string yaml) =>
        Planner.Run(new(App.Analyze(Program(attribute)).Graph, new ConfigurationFile[] { new(new("klotho.yaml"), yaml) }.ToEquatableArray(), TestCatalogue.Shipped));

    private static string Program(string attribute) => $$"""
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapPost("/", async ([PubSub("slides")] ITopic<SlideUploaded> slides) => await slides.PublishAsync(new("talk")));
        app.Run();

        {{attribute}}
        public sealed record SlideUploaded(string Deck);

        public sealed class Pages
        {
            [PubSub("slides")]
            public Task Handle(SlideUploaded slide) => Task.CompletedTask;
        }
        """;
}

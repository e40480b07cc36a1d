using Klotho.Analysis.Collections;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning;
using Klotho.Planning.Configuration;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>A topic whose messages are ordered by a key goes to what keeps that order, and to nothing else.</summary>
public sealed class OrderedTopics
{
    [Theory]
    [InlineData("pubsub: {slides: {type: eventbridge}}\n")]
    [InlineData("defaults: {pubsub: {type: eventbridge}}\n")]
    public void What_keeps_no_order_is_refused_with_the_reason_and_no_plan_is_made(string yaml)
    {
        var result = Plan("[OrderedBy(nameof(SlideUploaded.Deck))]", yaml);

        Assert.Null(result.Plan);
        Assert.Contains(result.Diagnostics.Items, found => found.Message.Contains("the messages of slides are [OrderedBy] Deck, and an ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("pubsub: {slides: {infra_params: {batch_size: 5}}}\n", 5)]
    [InlineData("requirements: {pubsub: {slides: {traffic: {payload: 2 MiB}}}}\n", 1)]
    public void It_is_an_SNS_topic_whose_messages_come_one_by_one_unless_a_line_says_otherwise(string yaml, int batch)
    {
        var result = Plan("[OrderedBy(nameof(SlideUploaded.Deck))]", yaml);

        Assert.Empty(result.Diagnostics.Items.Select(found => found.Message));
        var topic = result.Plan?.Decisions.Items.Single(decision => $"{decision.Node}" == "pubsub:slides");
        Assert.Equal("sns_sqs", topic?.Type.Name);
        Assert.Equal(new ParameterValue.Whole(batch), topic?.Parameters.Items.Single(parameter => parameter.Name == "batch_size").Value);
        Assert.Equal(RejectionKind.Code, topic?.Rejected.Items.Single(alternative => alternative.Type.Name == "eventbridge").Kind);
        Assert.Equal(
            "the messages of slides are [OrderedBy] Deck, and an EventBridge bus keeps no order",
            topic?.Rejected.Items.Single(alternative => alternative.Type.Name == "eventbridge").Reason);
    }

    [Theory]
    [InlineData("pubsub: {slides: {type: rabbitmq}}\n")]
    [InlineData("requirements: {portability: kubernetes}\n")]
    public void On_any_cluster_it_is_an_exchange_of_RabbitMQ(string yaml)
    {
        var result = Plan("[OrderedBy(nameof(SlideUploaded.Deck))]", yaml);

        Assert.Empty(result.Diagnostics.Items.Select(found => found.Message));
        Assert.Equal("rabbitmq", TypeOf(result));
    }

    [Fact]
    public void Without_an_order_the_same_line_holds() => Assert.Equal("eventbridge", TypeOf(Plan("", "pubsub: {slides: {type: eventbridge}}\n")));

    private static string? TypeOf(PlanResult result) => result.Plan?.Decisions.Items.Single(decision => $"{decision.Node}" == "pubsub:slides").Type.Name;

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

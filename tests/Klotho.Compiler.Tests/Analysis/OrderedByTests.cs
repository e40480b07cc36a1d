using Klotho.Analysis.Capabilities.PubSub;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary><c>[OrderedBy]</c>: what the graph knows of it, and what is wrong with its uses.</summary>
public sealed class OrderedByTests
{
    [Theory]
    [InlineData("[OrderedBy(nameof(Drawn.Deck))]", "Deck")]
    [InlineData("[OrderedBy(\"Number\")]", "Number")]
    [InlineData("[OrderedBy(nameof(Picture.Id))]", "Id")]
    public void The_topic_says_what_its_messages_are_ordered_by(string attribute, string member)
    {
        var result = App.Analyze(Source(attribute));

        Assert.Empty(result.Diagnostics);
        var topic = Assert.Single(result.Graph.Nodes.Items.OfType<TopicNode>());
        Assert.Equal(member, topic.OrderedBy?.Member);
        Assert.Contains(topic.Properties, property => property is { Name: "ordered by", Value: var value } && value == member);
    }

    [Fact]
    public void The_order_of_the_type_that_a_message_derives_from_is_its_own()
    {
        var result = App.Analyze(Source("", onBase: "[OrderedBy(nameof(Picture.Id))]"));

        Assert.Equal("Id", Assert.Single(result.Graph.Nodes.Items.OfType<TopicNode>()).OrderedBy?.Member);
    }

    [Fact]
    public void Without_the_attribute_there_is_no_order_and_nothing_is_said_of_it()
    {
        var topic = Assert.Single(App.Analyze(Source("")).Graph.Nodes.Items.OfType<TopicNode>());

        Assert.Null(topic.OrderedBy);
        Assert.DoesNotContain(topic.Properties, property => property.Name == "ordered by");
    }

    [Theory]
    [InlineData("[OrderedBy(⟦KL1028:\"deck\"⟧)]")]
    [InlineData("[OrderedBy(⟦KL1028:nameof(Drawn.Progress)⟧)]")]
    [InlineData("[OrderedBy(⟦KL1028:nameof(Drawn.Inner)⟧)]")]
    [InlineData("[OrderedBy(⟦KL1028:nameof(Drawn.Secret)⟧)]")]
    public void A_wrong_member_is_shown_where_it_is_written(string attribute) => Squiggle.Check(Source(attribute));

    [Fact]
    public void A_misspelt_member_suggests_the_one_that_was_meant()
    {
        var result = App.Analyze(Source("[OrderedBy(\"Dck\")]"));

        Assert.Contains("Did you mean nameof(Drawn.Deck)?", Assert.Single(result.Diagnostics.Items).Message);
    }

    private static string Source(string attribute, string onBase = "") => $$"""
        [ExecUnit("draw")]
        public class Draw([PubSub("drawn")] ITopic<Drawn> topic)
        {
            public ITopic<Drawn> Topic => topic;
            [PubSub("drawn")] public Task Handle(Drawn drawn) => Task.CompletedTask;
        }
        {{onBase}}
        public record Picture { public System.Guid Id { get; init; } }
        {{attribute}}
        public sealed record Drawn(string Deck, int Number, decimal Progress, [Sensitive] string Secret) : Picture { internal string Inner => ""; }
        """;
}

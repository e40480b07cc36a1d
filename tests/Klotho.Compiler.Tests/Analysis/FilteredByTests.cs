using Klotho.Analysis.Capabilities.PubSub;
using Klotho.Analysis.Graph;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary><c>[FilteredBy]</c> and <c>Only</c>: what the graph knows of them, and what is wrong with their uses.</summary>
public sealed class FilteredByTests
{
    [Fact]
    public void The_graph_says_by_what_messages_are_told_apart_and_which_a_handler_takes()
    {
        var result = App.Analyze(Source("[FilteredBy(nameof(Changed.State))]", "Only = [nameof(State.Paid), nameof(State.Sent)]"));

        Assert.Empty(result.Diagnostics);
        Assert.Equal("State", Assert.Single(result.Graph.Nodes.Items.OfType<TopicNode>()).FilteredBy?.Member);
        var handler = Assert.Single(result.Graph.Edges.Items, edge => edge.Kind == EdgeKind.Delivers).Operations.Items.Single();
        Assert.Equal("Paid, Sent", string.Join(", ", handler.Only.Items));
        Assert.Equal("Mail.Handle of Paid, Sent", handler.Title);
    }

    [Theory]
    [InlineData("[FilteredBy(\"Number\")]", "Only = [\"1\", \"2\"]")]
    [InlineData("[FilteredBy(nameof(Changed.Note))]", "Only = new string[] { \"any\" }")]
    [InlineData("[FilteredBy(nameof(Changed.Maybe))]", "Only = [\"Paid\"]")]
    public void Text_numbers_and_enumerations_can_be_filtered_by(string attribute, string only) => Squiggle.Check(Source(attribute, only));

    [Theory]
    [InlineData("", "Only = ⟦KL1029:[\"paid\"]⟧")]
    [InlineData("[FilteredBy(nameof(Changed.Note))]", "Only = ⟦KL1029:[]⟧")]
    [InlineData("[FilteredBy(nameof(Changed.Note))]", "Only = ⟦KL1029:[\"any\", \"\"]⟧")]
    [InlineData("[FilteredBy(nameof(Changed.State))]", "Only = ⟦KL1029:[\"paid\"]⟧")]
    [InlineData("[FilteredBy(nameof(Changed.Maybe))]", "Only = ⟦KL1029:[\"Lost\"]⟧")]
    [InlineData("[FilteredBy(⟦KL1028:nameof(Changed.Price)⟧)]", "Only = [\"1\"]")]
    [InlineData("[FilteredBy(⟦KL1028:nameof(Changed.Secret)⟧)]", "Only = [\"1\"]")]
    public void What_fits_no_message_is_shown_where_it_is_written(string attribute, string only) => Squiggle.Check(Source(attribute, only));

    [Theory]
    [InlineData("[FilteredBy(nameof(Changed.State))]", "Only = [\"Payd\"]", "Did you mean \"Paid\"?")]
    [InlineData("[FilteredBy(nameof(Changed.State))]", "Only = [\"archived\"]", "Take nameof(State.Made) or another of its values.")]
    [InlineData("", "Only = [\"Paid\"]", "Put [FilteredBy(nameof(...))] on it.")]
    public void The_message_says_how_to_mend_it(string attribute, string only, string mend) =>
        Assert.EndsWith(mend, Assert.Single(App.Analyze(Source(attribute, only)).Diagnostics.Items).Message, StringComparison.Ordinal);

    private static string Source(string attribute, string only) => $$"""
        public enum State { Made, Paid, Sent }
        {{attribute}}
        public sealed record Changed(int Number, State State, State? Maybe, string Note, decimal Price, [Sensitive] string Secret);
        [ExecUnit("mail")]
        public class Mail([PubSub("changed")] ITopic<Changed> topic)
        {
            public ITopic<Changed> Topic => topic;
            [PubSub("changed", {{only}})] public Task Handle(Changed changed) => Task.CompletedTask;
        }
        """;
}

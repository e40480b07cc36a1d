using System.Text;
using System.Text.Json;
using Klotho.Aws;
using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>How a message travels in an event, and what a queue of a bus may hold besides.</summary>
public sealed class EventEnvelopeTests
{
    private static readonly QueueEnvelope Events = QueueEnvelope.Of(new ResourceBinding("Klotho:Subscriptions:notes", "sqs", ""), "eventbridge");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"text":"é \uD83D\uDE00","words":["x",{"n":-9223372036854775808,"d":1.5e3}],"klotho:byte":null}""")]
    [InlineData("""{"inner":{"klotho:bytes":"AA=="}}""")]
    public void An_object_travels_as_it_is_so_that_rules_can_look_into_it(string message) =>
        Assert.Equal(message, Text(EventDetail.Write(Encoding.UTF8.GetBytes(message))));

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{\"text\":7")]
    [InlineData("{} {}")]
    [InlineData("""{"klotho:bytes":"AA=="}""")]
    [InlineData("""{"n":18446744073709551615}""")]
    [InlineData("""{"price":0.12345678901234567890}""")]
    public void What_a_bus_would_refuse_or_could_change_travels_as_its_bytes(string message)
    {
        var detail = EventDetail.Write(Encoding.UTF8.GetBytes(message));

        using var json = JsonDocument.Parse(detail);
        Assert.Equal("klotho:bytes", Assert.Single(json.RootElement.EnumerateObject()).Name);
        Assert.Equal(message, Text(EventDetail.Read(json.RootElement)));
    }

    [Fact]
    public void A_message_as_deep_as_any_can_be_is_read_again()
    {
        var message = string.Concat(Enumerable.Repeat("{\"a\":", 63)) + "{}" + new string('}', 63);

        var body = $$"""{"id":"e","detail":{{Text(EventDetail.Write(Encoding.UTF8.GetBytes(message)))}}}""";

        Assert.Equal(message, Text(Events.PayloadOf(Message(body))));
    }

    [Fact]
    public void The_events_id_is_the_messages_unless_it_is_a_copy_of_ours()
    {
        const string Body = """{"id":"event","detail-type":"notes","source":"klotho.shop","detail":{"a":1}}""";

        Assert.Equal("event", Events.HeadOf(Message(Body)).Id);
        Assert.Equal("first", Events.HeadOf(Message(Body, ("klotho-id", "first"))).Id);
        Assert.Equal("""{"a":1}""", Text(Events.PayloadOf(Message(Body))));
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("[]")]
    [InlineData("no JSON")]
    public void What_is_no_event_is_refused_and_never_read_as_a_message(string body)
    {
        Assert.Throws<FormatException>(() => Events.PayloadOf(Message(body)));
        Assert.Equal("sqs-id", Events.HeadOf(Message(body)).Id);
    }

    private static SqsMessage Message(string body, params (string Name, string Value)[] attributes) => new(
        "sqs-id", "handle", Encoding.UTF8.GetBytes(body), 1, DateTimeOffset.UnixEpoch,
        attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value, StringComparer.Ordinal));

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}

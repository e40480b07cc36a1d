namespace Klotho.Runtime.Tests.Contracts;

/// <summary>The order holds where each message is delivered late and twice: its duplicate comes before the next of its key.</summary>
public sealed class ChaosOrderedTopicTests
{
    [Fact]
    public async Task A_duplicate_comes_before_the_next_of_its_key()
    {
        var faulty = new Faulty();

        await faulty.Each_handler_gets_the_messages_of_a_key_in_the_order_of_their_publisher_and_one_at_a_time();

        // Two handlers, 120 messages each: the last duplicates may come after the end of the test.
        Assert.InRange(faulty.Count, 300, 480);
    }

    private sealed class Faulty : OrderedTopicContract
    {
        protected override Dictionary<string, string?> Settings => new() { ["Klotho:Chaos"] = "duplicate=100%,delay=2ms,seed=7" };
    }
}

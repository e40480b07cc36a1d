using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>The contract of topics with each message delivered late and twice, to handlers that have an inbox.</summary>
public sealed class ChaosTopicTests : TopicContract
{
    private readonly KeyValueStore<HandledMessage> _inbox = new("inbox", new MemoryKeyValueDriver(), JsonSerializerFixture.Default);
    private int _notAgain;

    protected override Dictionary<string, string?> Settings => new() { ["Klotho:Chaos"] = "duplicate=100%,delay=2ms,seed=7" };

    [Fact]
    public async Task Duplicates_come_and_the_inbox_bears_them()
    {
        await A_thousand_messages_arrive_each_once_when_nothing_fails();

        // The test ends with the last message, and not with its duplicate.
        Assert.True(_notAgain > 100, $"Of 1000 duplicates {_notAgain} came while the test ran.");
    }

    protected override async ValueTask HandleAsync(MessageContext context, Func<ValueTask> handle)
    {
        if (!await _inbox.HandleOnceAsync(context, _ => handle()))
        {
            Interlocked.Increment(ref _notAgain);
        }
    }
}

using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What every key-value store does as an inbox.</summary>
public abstract partial class KeyValueStoreContract
{
    private static readonly MessageContext Message = new("m1", "paid", 1) { Handler = "Mail.Handle" };

    [Fact]
    public async Task An_inbox_forgets_by_itself_what_was_done_longer_ago_than_it_is_to_remember()
    {
        var inbox = Inbox();
        var kept = Message with { MessageId = "m2" };
        Assert.True(await inbox.HandleOnceAsync(Message, _ => default, retention: Short));
        Assert.True(await inbox.HandleOnceAsync(kept, _ => default));

        await Eventually.IsTrueAsync(async () => await inbox.GetAsync("m1/paid/Mail.Handle") is null, "the first is forgotten");

        Assert.True(await inbox.HandleOnceAsync(Message, _ => default));
        Assert.False(await inbox.HandleOnceAsync(Message, _ => default));
        Assert.False(await inbox.HandleOnceAsync(kept, _ => default));
    }

    [Fact]
    public async Task An_inbox_remembers_a_message_for_as_long_as_its_handler_works()
    {
        var inbox = Inbox();
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = inbox.HandleOnceAsync(
            Message,
            async _ =>
            {
                begun.SetResult();
                await end.Task;
            },
            retention: Short).AsTask();
        await begun.Task;

        // What is written now with the same time ends after the claim would, if it did not last longer.
        var store = Store();
        await store.PutExpiringAsync("later", new Card("later", []), Short);
        await Ended(store, "later");

        await Assert.ThrowsAsync<RetryLaterException>(async () => await inbox.HandleOnceAsync(Message, _ => default));
        end.SetResult();
        Assert.True(await first);
    }

    private IKeyValueStore<HandledMessage> Inbox() => new KeyValueStore<HandledMessage>("cards", Open(), JsonSerializerFixture.Default);
}

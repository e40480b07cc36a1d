using System.Net;
using Amazon.Runtime;
using Klotho.Aws;
using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>How many messages are put into requests, and what becomes of those that are not taken.</summary>
public sealed class BatchPublishingTests
{
    private readonly List<string[]> _requests = [];
    private readonly HashSet<string> _refused = [];
    private readonly Dictionary<string, int> _later = [];
    private bool _isDown;

    [Fact]
    public async Task A_request_holds_ten_messages_and_256_KB()
    {
        await PublishAsync(ordered: false, [.. Enumerable.Range(0, 12).Select(number => ($"{number}", "", 10)), ("large", "", 200_000), ("larger", "", 100_000)]);

        Assert.Equal(["0 1 2 3 4 5 6 7 8 9", "10 11 large", "larger"], _requests.Select(request => string.Join(' ', request)));
    }

    [Fact]
    public async Task A_request_holds_no_two_of_a_key_where_the_order_is_kept()
    {
        await PublishAsync(ordered: true, [("a1", "a", 1), ("b1", "b", 1), ("a2", "a", 1), ("a3", "a", 1), ("b2", "b", 1)]);

        Assert.Equal(["a1 b1", "a2", "a3 b2"], _requests.Select(request => string.Join(' ', request)));
    }

    [Fact]
    public async Task What_the_service_could_not_take_just_then_is_sent_again_and_nothing_else()
    {
        _later["1"] = 2;

        await PublishAsync(ordered: false, [("0", "", 1), ("1", "", 1), ("2", "", 1)]);

        Assert.Equal(["0 1 2", "1", "1"], _requests.Select(request => string.Join(' ', request)));
    }

    [Fact]
    public async Task What_is_refused_is_named_and_the_others_are_published()
    {
        _refused.UnionWith(["1", "11"]);

        var failure = await Assert.ThrowsAsync<PublishManyException>(() => PublishAsync(ordered: false, [.. Enumerable.Range(0, 13).Select(number => ($"{number}", "", 1)), ("over", "", 300_000), ("last", "", 1)]));

        Assert.Equal([1, 11, 13], failure.NotPublished);
        Assert.Equal("3 of 15 messages were not published (the one at 1, 11, 13, from 0): 1 is refused", failure.Message);
        Assert.IsType<AmazonServiceException>(failure.InnerException);
        Assert.Equal(["0 1 2 3 4 5 6 7 8 9", "10 11 12", "last"], _requests.Select(request => string.Join(' ', request)));
    }

    [Fact]
    public async Task Where_the_order_is_kept_nothing_is_published_behind_what_was_refused()
    {
        _refused.Add("a1");

        var failure = await Assert.ThrowsAsync<PublishManyException>(() => PublishAsync(ordered: true, [("a1", "a", 1), ("b1", "b", 1), ("a2", "a", 1), ("b2", "b", 1)]));

        Assert.Equal([0, 2, 3], failure.NotPublished);
        Assert.Equal(["a1 b1"], _requests.Select(request => string.Join(' ', request)));
    }

    [Fact]
    public async Task A_service_that_is_down_is_asked_once()
    {
        _isDown = true;

        var failure = await Assert.ThrowsAsync<PublishManyException>(() => PublishAsync(ordered: false, [.. Enumerable.Range(0, 25).Select(number => ($"{number}", "", 1))]));

        Assert.Equal(Enumerable.Range(0, 25), failure.NotPublished);
        Assert.Single(_requests);
    }

    private async Task PublishAsync(bool ordered, IReadOnlyList<(string Id, string Key, int Size)> messages)
    {
        var publishing = new BatchPublishing(new Publisher(this, ordered), default);
        foreach (var (place, (id, key, size)) in messages.Index())
        {
            await publishing.AddAsync(place, () => ValueTask.FromResult(new PreparedMessage(new(default) { Id = id, Key = key }, default, size)
            {
                Fits = true,
                Refusal = size > 256 * 1024 ? new PayloadTooLargeException("It is too large.") : null,
            }));
        }

        await publishing.EndAsync(messages.Count);
    }

    private sealed class Publisher(BatchPublishingTests test, bool ordered) : IAwsPublisher
    {
        public string System => "test";

        public bool KeepsOrder => ordered;

        public PreparedMessage Prepare(OutgoingMessage message, string? claim) => throw new NotSupportedException();

        public ValueTask PublishAsync(PreparedMessage message, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<EntryFailure>> PublishBatchAsync(IReadOnlyList<PreparedMessage> messages, CancellationToken cancel)
        {
            test._requests.Add([.. messages.Select(message => message.Message.Id)]);
            return test._isDown
                ? throw new AmazonServiceException("It is down.", null, ErrorType.Receiver, "ServiceUnavailable", null, HttpStatusCode.ServiceUnavailable)
                : ValueTask.FromResult<IReadOnlyList<EntryFailure>>([.. messages.Index().Select(Failure).OfType<EntryFailure>()]);
        }

        private EntryFailure? Failure((int Place, PreparedMessage Message) entry)
        {
            var id = entry.Message.Message.Id;
            return test._refused.Contains(id) ? new(entry.Place, "Refused", $"{id} is refused", IsTransient: false)
                : test._later.TryGetValue(id, out var left) && left > 0 ? Later(id, left, entry.Place)
                : null;
        }

        private EntryFailure Later(string id, int left, int place)
        {
            test._later[id] = left - 1;
            return new(place, "InternalError", $"{id} is not taken now", IsTransient: true);
        }
    }
}

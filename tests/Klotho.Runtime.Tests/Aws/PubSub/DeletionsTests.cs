using System.Collections.Concurrent;
using Amazon.Runtime;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>Which requests remove messages, and who hears of one that could not be.</summary>
public sealed class DeletionsTests
{
    private readonly Queue _client = new();

    [Fact]
    public async Task What_ends_while_a_request_is_under_way_goes_together_behind_it()
    {
        var deletions = new Deletions(new(() => _client, MessagingSetup.ArnOf("sqs", "notes")));
        var first = deletions.DeleteAsync("first");
        var others = Enumerable.Range(0, 12).Select(number => deletions.DeleteAsync($"{number}")).ToList();

        _client.Open.SetResult();
        await Task.WhenAll([first, .. others]).WaitAsync(TimeSpan.FromSeconds(30));
        await deletions.DeleteAsync("last");

        Assert.Equal(["first", "0 1 2 3 4 5 6 7 8 9", "10 11", "last"], _client.Requests);
    }

    [Fact]
    public async Task Who_waits_for_a_message_that_is_not_removed_hears_of_it_alone()
    {
        var deletions = new Deletions(new(() => _client, MessagingSetup.ArnOf("sqs", "notes")));
        var first = deletions.DeleteAsync("first");
        var (bad, good) = (deletions.DeleteAsync("bad"), deletions.DeleteAsync("good"));

        _client.Open.SetResult();

        Assert.Equal("ReceiptHandleIsInvalid", (await Assert.ThrowsAsync<AmazonServiceException>(() => bad)).ErrorCode);
        await Task.WhenAll(first, good);
    }

    [Fact]
    public async Task A_request_that_fails_fails_its_messages_and_none_behind_them()
    {
        var deletions = new Deletions(new(() => _client, MessagingSetup.ArnOf("sqs", "notes")));
        var first = deletions.DeleteAsync("down");
        var next = deletions.DeleteAsync("next");

        _client.Open.SetResult();

        await Assert.ThrowsAsync<AmazonClientException>(() => first);
        await next;
    }

    private sealed class Queue : ISqsClient
    {
        public TaskCompletionSource Open { get; } = new();

        public ConcurrentQueue<string> Requests { get; } = new();

        public string UrlOf(Arn queue) => queue.Text;

        public async ValueTask DeleteAsync(string queueUrl, string receiptHandle, CancellationToken cancel)
        {
            await Open.Task;
            Requests.Enqueue(receiptHandle);
            if (receiptHandle == "down")
            {
                throw new AmazonClientException("It is down.");
            }
        }

        public ValueTask<IReadOnlyList<EntryFailure>> DeleteBatchAsync(string queueUrl, IReadOnlyList<string> receiptHandles, CancellationToken cancel)
        {
            Requests.Enqueue(string.Join(' ', receiptHandles));
            return ValueTask.FromResult<IReadOnlyList<EntryFailure>>(
                [.. receiptHandles.Index().Where(handle => handle.Item == "bad").Select(handle => new EntryFailure(handle.Index, "ReceiptHandleIsInvalid", "It is none.", IsTransient: false))]);
        }

        public ValueTask<IReadOnlyList<SqsMessage>> ReceiveAsync(string queueUrl, int count, TimeSpan wait, TimeSpan visibility, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask SendAsync(string queueUrl, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> attributes, TimeSpan delay, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask SendInOrderAsync(string queueUrl, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> attributes, MessageTurn turn, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<EntryFailure>> SendBatchAsync(string queueUrl, IReadOnlyList<BatchEntry> entries, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask ChangeVisibilityAsync(string queueUrl, string receiptHandle, TimeSpan visibility, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask<Arn?> DeadLetterQueueAsync(string queueUrl, CancellationToken cancel) => throw new NotSupportedException();
    }
}

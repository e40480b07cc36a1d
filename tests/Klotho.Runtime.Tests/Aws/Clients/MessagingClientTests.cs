using System.Net;
using System.Text;
using Amazon.Runtime;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>The clients of SQS and SNS against an emulator of both.</summary>
public sealed class MessagingClientTests(AwsEmulators emulators) : IClassFixture<AwsEmulators>, IDisposable
{
    private static readonly Dictionary<string, string> NoAttributes = [];
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    private readonly MessagingSetup _setup = new(emulators.Address);
    private readonly SqsClient _sqs = new(AwsEmulators.Region);
    private readonly SnsClient _sns = new(AwsEmulators.Region);

    public void Dispose()
    {
        _setup.Dispose();
        _sqs.Dispose();
        _sns.Dispose();
    }

    [Fact]
    public async Task A_message_that_is_published_comes_to_the_queue_as_it_is()
    {
        var queue = await _setup.QueueAsync(nameof(A_message_that_is_published_comes_to_the_queue_as_it_is));
        var topic = await _setup.TopicAsync(nameof(A_message_that_is_published_comes_to_the_queue_as_it_is), queue);
        const string Text = """{"a":"=&+ %41 é \uD83D\uDE00 😀 \"\\\n"}""";

        var published = await _sns.PublishAsync(topic, Encoding.UTF8.GetBytes(Text), new Dictionary<string, string> { ["key"] = "a&b=é" }, default);
        var message = Assert.Single(await ReceiveAsync(queue));

        Assert.NotEmpty(published);
        Assert.Equal(Text, Encoding.UTF8.GetString(message.Body.Span));
        Assert.Equal("a&b=é", message.Attributes["key"]);
        Assert.Equal(1, message.ReceiveCount);
        Assert.InRange(message.SentAt, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    public async Task A_message_that_is_not_deleted_comes_again_with_a_higher_count()
    {
        var queue = await _setup.QueueAsync(nameof(A_message_that_is_not_deleted_comes_again_with_a_higher_count));
        await _sqs.SendAsync(_sqs.UrlOf(queue), "{}"u8.ToArray(), NoAttributes, TimeSpan.Zero, default);

        var first = Assert.Single(await ReceiveAsync(queue));
        Assert.Empty(await ReceiveAsync(queue, wait: TimeSpan.Zero));
        await _sqs.ChangeVisibilityAsync(_sqs.UrlOf(queue), first.ReceiptHandle, TimeSpan.Zero, default);
        var second = Assert.Single(await ReceiveAsync(queue));
        await _sqs.DeleteAsync(_sqs.UrlOf(queue), second.ReceiptHandle, default);

        Assert.Equal((first.Id, 1, 2), (second.Id, first.ReceiveCount, second.ReceiveCount));
        Assert.Equal((0, 0, 0), await _setup.CountAsync(queue));
    }

    [Fact]
    public async Task A_delayed_message_comes_later()
    {
        var queue = await _setup.QueueAsync(nameof(A_delayed_message_comes_later));
        await _sqs.SendAsync(_sqs.UrlOf(queue), "{}"u8.ToArray(), NoAttributes, TimeSpan.FromMilliseconds(200), default);

        Assert.Equal((0, 0, 1), await _setup.CountAsync(queue));
        Assert.Single(await ReceiveAsync(queue, wait: TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Waiting_for_a_message_ends_when_one_comes_or_when_cancelled()
    {
        var queue = await _setup.QueueAsync(nameof(Waiting_for_a_message_ends_when_one_comes_or_when_cancelled));
        var waiting = ReceiveAsync(queue, wait: TimeSpan.FromSeconds(20));
        await _sqs.SendAsync(_sqs.UrlOf(queue), "{}"u8.ToArray(), NoAttributes, TimeSpan.Zero, default);
        Assert.Single(await waiting);

        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReceiveAsync(queue, wait: TimeSpan.FromSeconds(20), cancel.Token));
    }

    [Fact]
    public async Task A_queue_names_its_dead_letters()
    {
        var queue = await _setup.QueueAsync(nameof(A_queue_names_its_dead_letters));
        var plain = await _setup.PlainQueueAsync($"{nameof(A_queue_names_its_dead_letters)}-plain", []);

        Assert.Equal($"{queue.Text}-dead-letters", (await _sqs.DeadLetterQueueAsync(_sqs.UrlOf(queue), default))?.Text);
        Assert.Null(await _sqs.DeadLetterQueueAsync(_sqs.UrlOf(plain), default));
    }

    [Fact]
    public async Task A_refusal_says_why()
    {
        var queue = await Assert.ThrowsAsync<AmazonServiceException>(() => ReceiveAsync(MessagingSetup.ArnOf("sqs", "nobody")));
        var topic = await Assert.ThrowsAsync<AmazonServiceException>(async () =>
            await _sns.PublishAsync(MessagingSetup.ArnOf("sns", "nobody"), "{}"u8.ToArray(), NoAttributes, default));

        Assert.Equal((HttpStatusCode.BadRequest, "QueueDoesNotExist", ErrorType.Sender), (queue.StatusCode, queue.ErrorCode, queue.ErrorType));
        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), (topic.StatusCode, topic.ErrorCode));
        Assert.Equal("Topic does not exist", topic.Message);
    }

    private Task<IReadOnlyList<SqsMessage>> ReceiveAsync(Arn queue, TimeSpan? wait = null, CancellationToken cancel = default) =>
        _sqs.ReceiveAsync(_sqs.UrlOf(queue), 10, wait ?? Short, TimeSpan.FromSeconds(30), cancel).AsTask();
}

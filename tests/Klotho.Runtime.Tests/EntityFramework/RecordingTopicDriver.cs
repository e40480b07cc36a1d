using System.Collections.Concurrent;
using System.Text;
using Klotho.Drivers;

namespace Klotho.Runtime.Tests.EntityFramework;

/// <summary>A topic that nobody receives from: it keeps what is published, in order, and can be away.</summary>
internal sealed class RecordingTopicDriver : IDriverProvider<ITopicDriver>, ITopicDriver
{
    public bool KeepsOrder => true;

    public string Scheme => "recording";

    public ConcurrentQueue<OutgoingMessage> Published { get; } = [];

    /// <summary>The numbers that were published, whose text each message is.</summary>
    public IEnumerable<int> Numbers => Published.Select(message => int.Parse(Encoding.UTF8.GetString(message.Payload.Span), null));

    /// <summary>How many more publications fail, after the message was taken or before.</summary>
    public int Failures { get; set; }

    public ITopicDriver Open(string id, ResourceBinding binding) => this;

    public ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel)
    {
        if (Failures > 0)
        {
            // An answer that is lost, and a message that is.
            if (Failures-- % 2 == 0)
            {
                Published.Enqueue(message);
            }

            throw new HttpRequestException("The service is away.");
        }

        Published.Enqueue(message);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel)
    {
        await Task.Delay(Timeout.Infinite, cancel);
        throw new InvalidOperationException();
    }

    public IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, CancellationToken cancel) => AsyncEnumerable.Empty<DeadLetter>();

    public ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) => ValueTask.FromResult(0);
}

using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Drivers;

/// <summary>A topic in memory whose leases cannot be renewed: its service is away while handlers run.</summary>
internal sealed class UnsteadyTopicDriver : IDriverProvider<ITopicDriver>, ITopicDriver, IDisposable
{
    private readonly MemoryTopicDriver _topic = new(["Handler.Handle"], MemoryBound.Default, TimeProvider.System);
    private int _renewals;
    private int _completions;

    public string Scheme => "unsteady";

    public int Renewals => Volatile.Read(ref _renewals);

    public int Completions => Volatile.Read(ref _completions);

    public ITopicDriver Open(string id, ResourceBinding binding) => this;

    public ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel) => _topic.PublishAsync(message, cancel);

    public async ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel) =>
        new Delivery(this, await _topic.ReceiveAsync(subscriber, cancel));

    public IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, CancellationToken cancel) => _topic.DeadLettersAsync(subscriber, cancel);

    public ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) => _topic.RedriveAsync(subscriber, cancel);

    public void Dispose() => _topic.Dispose();

    private sealed class Delivery(UnsteadyTopicDriver driver, ITopicDelivery delivery) : ITopicDelivery
    {
        public string MessageId => delivery.MessageId;

        public int Attempt => delivery.Attempt;

        public string? Schema => delivery.Schema;

        public TraceContext? Trace => delivery.Trace;

        public ReadOnlyMemory<byte> Payload => delivery.Payload;

        public ValueTask RenewAsync()
        {
            Interlocked.Increment(ref driver._renewals);
            throw new HttpRequestException("The service is away.");
        }

        public ValueTask CompleteAsync()
        {
            Interlocked.Increment(ref driver._completions);
            return delivery.CompleteAsync();
        }

        public ValueTask RetryAsync(TimeSpan delay, bool countAttempt) => delivery.RetryAsync(delay, countAttempt);

        public ValueTask DeadLetterAsync(string reason) => delivery.DeadLetterAsync(reason);
    }
}

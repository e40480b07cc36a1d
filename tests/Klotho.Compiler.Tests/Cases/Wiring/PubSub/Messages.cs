using Klotho;

namespace Shop;

public sealed record Paid(string Order);

[ExecUnit("billing")]
public sealed class Billing([PubSub("billed")] ITopic<Billing.Billed> billed)
{
    [PubSub("paid")]
    [Idempotent]
    public async Task Handle(Paid message, CancellationToken cancel) => await billed.PublishAsync(new(message.Order), cancel);

    [OrderedBy(nameof(Order))]
    public sealed record Billed(string Order);
}

public sealed class Shipping([PubSub("paid")] ITopic<Paid> paid)
{
    public ITopic<Paid> Topic => paid;

    [PubSub("billed")]
    internal ValueTask @event(CancellationToken cancel, MessageContext context, Billing.Billed message) => ValueTask.CompletedTask;

    public sealed class Nested
    {
        [PubSub("billed"), Idempotent(nameof(Billing.Billed.Order), Store = "billed-orders")]
        public Task Handle(Billing.Billed message) => Task.CompletedTask;
    }
}

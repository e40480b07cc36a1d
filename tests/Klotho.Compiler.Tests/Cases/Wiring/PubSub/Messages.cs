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

[OrderedBy(nameof(Number)), FilteredBy(nameof(State))]
public sealed record Changed(int Number, string? State);

[ExecUnit("mail")]
public sealed class Mail([PubSub("changed")] ITopic<Changed> changed)
{
    public ITopic<Changed> Topic => changed;

    [PubSub("changed", Only = ["sent", "a \"quoted\" one"])]
    [Idempotent]
    public Task Send(Changed message) => Task.CompletedTask;

    [PubSub("changed")]
    public Task Count(Changed message) => Task.CompletedTask;
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

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/orders", ([PubSub("order-paid")] ITopic<OrderPaid> paid) => paid.PublishAsync(new(1)));
app.Run();

public sealed record OrderPaid(int Order);

[ExecUnit("mail")]
public sealed class Mail([PubSub("order-paid")] ITopic<OrderPaid> again)
{
    [PubSub("order-paid")]
    public Task Handle(OrderPaid paid, CancellationToken cancel) => paid.Order > 0 ? Task.CompletedTask : again.PublishAsync(new(1), cancel).AsTask();
}

[ExecUnit("stock")]
public sealed class Stock
{
    [PubSub("order-paid")]
    public Task Handle(OrderPaid paid, CancellationToken cancel) => Task.CompletedTask;
}

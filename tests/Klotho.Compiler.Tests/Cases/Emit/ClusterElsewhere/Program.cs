using Microsoft.EntityFrameworkCore;

var app = WebApplication.CreateBuilder(args).Build();
app.Run();

public sealed record Paid(string Id);

public sealed class OrderContext : DbContext;

[ExecUnit("mail")]
public sealed class Mailer([Persist("orders")] OrderContext orders, [Persist("receipts")] IBlobStore receipts)
{
    [PubSub("paid")]
    public async Task Handle(Paid paid, CancellationToken cancel)
    {
        await orders.SaveChangesAsync(cancel);
        await receipts.WriteAsync(paid.Id, Stream.Null);
    }
}

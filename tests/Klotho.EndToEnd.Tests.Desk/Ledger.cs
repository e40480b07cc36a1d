using System.Globalization;
using System.Text;

namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>Marks the orders that it has seen, and counts at night.</summary>
[ExecUnit("ledger")]
internal sealed class Ledger([Persist("orders")] IKeyValueStore<Order> orders, [Persist("papers")] IBlobStore papers, IConfiguration configuration)
{
    [PubSub("ordered")]
    public async Task Handle(Ordered ordered, CancellationToken cancel)
    {
        if (configuration.GetValue("Desk:Hold", false))
        {
            // Until its process ends, which is for others to see to.
            await orders.PutAsync(ordered.Id, new Order(ordered.Id, Taken: true), cancel: cancel);
            await Task.Delay(Timeout.Infinite, cancel);
        }

        if (ordered.After is { } first && await orders.GetAsync(first, cancel) is null)
        {
            throw new InvalidOperationException($"{ordered.Id} waits for {first}, which nobody has ordered.");
        }

        await orders.PutAsync(ordered.Id, new Order(ordered.Id, Seen: true), cancel: cancel);
    }

    [Schedule("nightly", "0 3 * * *")]
    public async Task Count(CancellationToken cancel)
    {
        var total = await orders.ScanAsync(cancel).CountAsync(cancel);
        await papers.WriteAsync("total", new MemoryStream(Encoding.UTF8.GetBytes(total.ToString(CultureInfo.InvariantCulture))), cancel: cancel);
    }
}

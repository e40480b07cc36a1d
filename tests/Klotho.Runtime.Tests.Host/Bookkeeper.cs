using Microsoft.EntityFrameworkCore;

namespace Klotho.Runtime.Tests.Host;

/// <summary>Books sales, and files a receipt for each.</summary>
public sealed class Bookkeeper(ShopContext shop, [Persist("files")] IBlobStore files, ParcelLog log)
{
    public async Task Book(Sold sold, MessageContext message, CancellationToken cancel)
    {
        log.Write("begun", sold.Number, message.MessageId);
        var now = await shop.HandleOnceAsync(
            message,
            async stop =>
            {
                log.Write("work", sold.Number, message.MessageId);
                if (!await shop.Sales.AnyAsync(sale => sale.Id == sold.Number, stop))
                {
                    log.Write("early", sold.Number, message.MessageId);
                }

                shop.Entries.Add(new LedgerEntry { Sale = sold.Number });
            },
            cancel: cancel);
        log.Write(now ? "done" : "again", sold.Number, message.MessageId);
    }

    public async Task File(Sold sold, CancellationToken cancel) =>
        await files.WriteAsync($"receipts/{sold.Number}/{Guid.NewGuid():N}", Stream.Null, cancel: cancel);
}

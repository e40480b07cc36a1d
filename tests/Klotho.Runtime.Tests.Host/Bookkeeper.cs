using Microsoft.EntityFrameworkCore;

namespace Klotho.Runtime.Tests.Host;

/// <summary>Books sales, and files a receipt for each.</summary>
public sealed class Bookkeeper(ShopContext shop, [Persist("files")] IBlobStore files)
{
    public async Task Book(Sold sold, MessageContext message, CancellationToken cancel) =>
        await shop.HandleOnceAsync(
            message,
            _ =>
            {
                shop.Entries.Add(new LedgerEntry { Sale = sold.Number });
                return ValueTask.CompletedTask;
            },
            cancel: cancel);

    public async Task File(Sold sold, CancellationToken cancel) =>
        await files.WriteAsync($"receipts/{sold.Number}/{Guid.NewGuid():N}", Stream.Null, cancel: cancel);
}

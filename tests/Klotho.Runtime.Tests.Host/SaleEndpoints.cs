using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Host;

/// <summary>Sells many things, and begins with some sales that come to nothing.</summary>
internal static class SaleEndpoints
{
    private const int OneForsakenOf = 10;

    public static void Map(WebApplication app) =>
        app.MapPost("/sold", (int from, int count, IServiceScopeFactory scopes, [PubSub("sold")] ITopic<Sold> sold, ParcelLog log, CancellationToken cancel) =>
            UntilKept.RunAsync(Enumerable.Range(from, count).Select(static number => new[] { number }), async (number, stop) =>
            {
                log.Write("opened", number, "sale");
                await SellAsync(scopes, sold, number, stop);
                log.Write("closed", number, "sale");
            }, cancel));

    private static async ValueTask SellAsync(IServiceScopeFactory scopes, ITopic<Sold> sold, int number, CancellationToken cancel)
    {
        if (number % OneForsakenOf == 0)
        {
            await ForsakeAsync(scopes, sold, number + Sale.Forsaken, cancel);
        }

        await using var scope = scopes.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<ShopContext>();

        // Whoever got no answer asks again.
        if (!await shop.Sales.AnyAsync(sale => sale.Id == number, cancel))
        {
            shop.Sales.Add(new Sale { Id = number });
            shop.Publish(sold, new Sold(number));
            await shop.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Saves a sale with its message in a transaction that is taken back.</summary>
    private static async ValueTask ForsakeAsync(IServiceScopeFactory scopes, ITopic<Sold> sold, int number, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<ShopContext>();
        await using var transaction = await shop.Database.BeginTransactionAsync(cancel);
        shop.Sales.Add(new Sale { Id = number });
        shop.Publish(sold, new Sold(number));
        await shop.SaveChangesAsync(cancel);
        await transaction.RollbackAsync(cancel);
    }
}

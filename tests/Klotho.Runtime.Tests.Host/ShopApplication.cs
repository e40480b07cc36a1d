using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Klotho.Runtime.Tests.Host;

/// <summary>A shop whose sales are saved with their messages. Only where <c>Shop</c> is set: its database takes time at the start.</summary>
public static class ShopApplication
{
    /// <summary>What the source generator would write for it.</summary>
    public static IReadOnlyList<Declaration> Declarations { get; } =
    [
        new OrmDeclaration<ShopContext>("shop"),
        new TopicDeclaration<Sold>("sold"),
        new UnitDeclaration<Bookkeeper>("books"),
        new KeyValueDeclaration<HandledMessage>("books-inbox"),
        new SubscriptionDeclaration<Bookkeeper, Sold>(
            "sold", "books", "Bookkeeper.Book", static (books, sold, message, cancel) => new ValueTask(books.Book(sold, message, cancel))),
        new SubscriptionDeclaration<Bookkeeper, Sold>("sold", "books", "Bookkeeper.File", static (books, sold, _, cancel) => new ValueTask(books.File(sold, cancel)))
        {
            Once = new HandledOnce<Sold>("books-inbox", static sold => $"{sold.Number}"),
        },
    ];

    public static bool IsAsked(WebApplicationBuilder builder) => builder.Configuration["Shop"] == "true";

    public static void Add(IHostApplicationBuilder builder) => builder.AddKlothoDbContext<ShopContext>("shop");

    public static void Map(WebApplication app) =>
        app.MapPost("/sales/{number:int}", async (int number, ShopContext shop, [PubSub("sold")] ITopic<Sold> sold, CancellationToken cancel) =>
        {
            // Whoever got no answer asks again.
            if (!await shop.Sales.AnyAsync(sale => sale.Id == number, cancel))
            {
                shop.Sales.Add(new Sale { Id = number });
                shop.Publish(sold, new Sold(number));
                await shop.SaveChangesAsync(cancel);
            }
        });
}

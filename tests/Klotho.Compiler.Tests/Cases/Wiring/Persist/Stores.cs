using Klotho;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;

namespace Shop;

public sealed record Item(string Name, decimal Price);

internal sealed record Hidden(string Name);

public sealed class Orders(DbContextOptions<Orders> options) : DbContext(options);

[Persist("people")]
public sealed class People(DbContextOptions<People> options) : DbContext(options);

internal sealed class Catalogue(
    [Persist("items")] IKeyValueStore<Item> items,
    [Persist("hidden")] IKeyValueStore<Dictionary<string, Hidden?>> hidden,
    [Persist("images")] IBlobStore images,
    [Persist("orders")] Orders orders,
    [Persist("sessions")] IDistributedCache sessions,
    [Persist("api-key")] ISecret key,
    [FromKeyedServices("plain")] IKeyValueStore<int> plain,
    [FromKeyedServices("not-ours")] IFormatProvider other)
{
    public object[] All => [items, hidden, images, orders, sessions, key, plain, other];
}

/// <summary>The same stores again: declared once.</summary>
internal sealed class Second([Persist("items")] IKeyValueStore<Item> items, [Persist("images")] IBlobStore images)
{
    public object[] All => [items, images];
}

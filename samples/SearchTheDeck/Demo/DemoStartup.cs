namespace SearchTheDeck.Demo;

/// <summary>A made-up company that pitches.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Product">What it makes, as the end of "We make …".</param>
/// <param name="Customers">Who buys it.</param>
/// <param name="Accent">The color of its slides.</param>
public sealed record DemoStartup(string Name, string Product, string Customers, Rgb Accent)
{
    public static IReadOnlyList<DemoStartup> All { get; } =
    [
        new("Larkspur Health", "remote checkups", "rural clinics", new(0, 119, 128)),
        new("Orchard Grid", "battery storage", "apartment blocks", new(46, 125, 50)),
        new("Harbor Pilot", "route planning", "port operators", new(21, 87, 176)),
        new("Copper Kitchen", "meal forecasting", "hospital canteens", new(191, 74, 20)),
        new("Quiet Loom", "woven sensors", "textile mills", new(123, 31, 112)),
        new("Summit Ledger", "expense audits", "mountain resorts", new(69, 79, 160)),
        new("Tundra Robotics", "snow clearing robots", "northern airports", new(55, 71, 79)),
        new("Velvet Piano", "music lessons", "primary schools", new(173, 20, 87)),
    ];
}

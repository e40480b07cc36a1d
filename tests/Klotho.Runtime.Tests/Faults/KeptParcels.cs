using Klotho.Runtime.Tests.Host;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>What is kept of parcels: a receipt and a slip of each.</summary>
internal static class KeptParcels
{
    public static async Task<FaultOutcome> LookAsync(FaultStack stack, FaultPlan plan)
    {
        await using var app = await TestApplication.StartAsync(ParcelDeclarations.Stores, stack.Direct, builder => stack.Configure(builder));
        var receipts = await app.Keyed<IKeyValueStore<Parcel>>("receipts").ScanAsync().Select(entry => entry.Value).ToListAsync();
        var slips = app.Keyed<IBlobStore>("slips");
        var halves = receipts.Count(receipt => !receipt.IsWhole);
        foreach (var receipt in receipts)
        {
            await using var slip = await slips.ReadAsync($"{receipt.Number}");
            using var reader = new StreamReader(slip?.Content ?? Stream.Null);
            halves += await reader.ReadToEndAsync() == Parcel.Of(receipt.Number).Text ? 0 : 1;
        }

        return new(plan.Messages - receipts.Select(receipt => receipt.Number).Distinct().Count(), halves);
    }
}

using System.Globalization;
using Klotho.Runtime.Tests.Host;
using Npgsql;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>What is kept of sales: the row of each, and the entry that its message led to.</summary>
internal sealed class KeptSales(string connection)
{
    public async Task<FaultOutcome> LookAsync(FaultPlan plan)
    {
        // What a kill left there is published once more, under the id that its handler knows.
        await Eventually.IsTrueAsync(async () => await CountAsync("SELECT count(*) FROM klotho_outbox") == 0, "the outbox is empty");
        var confirmed = await CountAsync("SELECT count(*) FROM \"Sales\"");
        var withoutMessage = await CountAsync("SELECT count(*) FROM \"Sales\" WHERE \"Id\" NOT IN (SELECT \"Sale\" FROM \"Entries\")");
        var withoutRow = await CountAsync("SELECT count(*) FROM \"Entries\" WHERE \"Sale\" NOT IN (SELECT \"Id\" FROM \"Sales\")");
        var forsaken = await CountAsync($"SELECT count(*) FROM \"Sales\" WHERE \"Id\" >= {Sale.Forsaken}");
        return new(plan.Messages - (confirmed - forsaken), withoutMessage + withoutRow + forsaken, await CountAsync("SELECT count(*) - count(DISTINCT \"Sale\") FROM \"Entries\""));
    }

    private async Task<int> CountAsync(string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}

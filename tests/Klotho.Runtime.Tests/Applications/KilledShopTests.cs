using System.Globalization;
using Klotho.Drivers;
using Microsoft.Data.Sqlite;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>
/// Processes are killed in the middle of their work, again and again, between every two of: a commit, its publication, a delivery, its effect
/// and the note of it. <c>KLOTHO_KILLS</c> and <c>KLOTHO_SEED</c> ask for more kills and for other moments.
/// </summary>
public sealed class KilledShopTests : IDisposable
{
    private static readonly int Kills = Setting("KLOTHO_KILLS", 12);
    private static readonly int Seed = Setting("KLOTHO_SEED", 5);

    private readonly TemporaryFolder _folder = new();
    private int _sold;

    [Fact]
    public async Task No_sale_is_lost_and_each_is_booked_once()
    {
        var random = new Random(Seed);
        var units = new Dictionary<string, HostProcess> { ["main"] = await StartAsync("main"), ["books"] = await StartAsync("books") };
        using var enough = new CancellationTokenSource();
        var customers = Task.WhenAll(Enumerable.Range(0, 3).Select(customer => BuyAsync(customer, units, enough.Token)));
        for (var kill = 0; kill < Kills; kill++)
        {
            // Something goes on again in both before the next one dies.
            var (sold, booked) = (Volatile.Read(ref _sold), Count("SELECT count(*) FROM Entries"));
            await Eventually.IsTrue(() => _sold > sold && Count("SELECT count(*) FROM Entries") > booked, $"work goes on after kill {kill}");
            await Task.Delay(random.Next(150));
            var victim = random.Next(2) == 0 ? "main" : "books";
            await units[victim].DisposeAsync();
            units[victim] = await StartAsync(victim);
        }

        await enough.CancelAsync();
        await customers;
        await Eventually.IsTrue(() => Count("SELECT count(DISTINCT Sale) FROM Entries") == _sold, "every sale is booked");
        await Eventually.IsTrue(() => Receipts().Select(name => name.Split('/')[1]).Distinct().Count() == _sold, "every sale has a receipt");
        foreach (var unit in units.Values)
        {
            await unit.DisposeAsync();
        }

        Assert.Equal(_sold, Count("SELECT count(*) FROM Sales"));
        Assert.Equal(_sold, Count("SELECT count(*) FROM Entries"));
        Assert.Equal(0, Count("SELECT count(*) FROM klotho_outbox"));

        // A receipt is a file of its own, and no part of a transaction: at most the handlers that a kill met wrote theirs twice.
        Assert.InRange(Receipts().Count, _sold, _sold + (Kills * new KlothoOptions().Concurrency));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static int Setting(string name, int unset) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : unset;

    private Task<HostProcess> StartAsync(string unit) => HostProcess.StartAsync(("Klotho:Data", _folder.Path), ("Klotho:Unit", unit), ("Shop", "true"));

    /// <summary>Buys one thing after the other, and asks again where no answer came.</summary>
    private async Task BuyAsync(int customer, Dictionary<string, HostProcess> units, CancellationToken enough)
    {
        for (var number = customer * 100_000; !enough.IsCancellationRequested; number++)
        {
            while (!await TryBuyAsync(units["main"], number))
            {
                await Task.Delay(20, CancellationToken.None);
            }

            Interlocked.Increment(ref _sold);

            // A customer thinks, so that the books keep up on any machine.
            await Task.Delay(30, CancellationToken.None);
        }
    }

    private static async Task<bool> TryBuyAsync(HostProcess main, int number)
    {
        try
        {
            using var answer = await main.Http.PostAsync($"/sales/{number}", null);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (ObjectDisposedException)
        {
            // Its process was killed, and another is on its way.
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private int Count(string sql)
    {
        var file = Directory.GetFiles(_folder.Path, "data.db", SearchOption.AllDirectories).Single();
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private List<string> Receipts() =>
        new BlobStore(new FileBlobDriver(Path.Combine(_folder.Path, "blobs", "files"))).ListAsync("receipts/", default).Select(file => file.Path).ToBlockingEnumerable().ToList();
}

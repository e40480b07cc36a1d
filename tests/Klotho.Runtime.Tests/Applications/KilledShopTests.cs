using System.Data.Common;
using System.Globalization;
using Klotho.Drivers;
using Klotho.Runtime.Tests.EntityFramework;
using Klotho.Runtime.Tests.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;
using ShopContext = Klotho.Runtime.Tests.Host.ShopContext;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>
/// Processes are killed in the middle of their work, again and again, between every two of: a commit, its publication, a delivery, its effect
/// and the note of it. <c>KLOTHO_KILLS</c> and <c>KLOTHO_SEED</c> ask for more kills and for other moments.
/// </summary>
public sealed class KilledShopTests(PostgresServer server) : IClassFixture<PostgresServer>, IDisposable
{
    private static readonly int Kills = Setting("KLOTHO_KILLS", 6);
    private static readonly int Seed = Setting("KLOTHO_SEED", 5);

    private readonly TemporaryFolder _folder = new();
    private Func<DbConnection> _database = () => throw new InvalidOperationException("There is no database yet.");
    private (string Key, string Value)[] _settings = [];
    private int _sold;

    [Fact]
    public Task On_SQLite_no_sale_is_lost_and_each_is_booked_once()
    {
        _settings = [("Klotho:Data", _folder.Path)];
        _database = () => new SqliteConnection($"Data Source={Directory.GetFiles(_folder.Path, "data.db", SearchOption.AllDirectories).Single()}");
        return SellAsync();
    }

    [Fact]
    public async Task On_PostgreSQL_no_sale_is_lost_and_each_is_booked_once()
    {
        var binding = new Uri(await MigratedDatabase.MakeAsync<ShopContext>(server));
        _settings = [("Klotho:Data", _folder.Path), ("Klotho:Persist:shop", binding.OriginalString)];
        _database = () => new NpgsqlConnection($"Host={binding.Host};Port={binding.Port};Username={binding.UserInfo};Database={binding.AbsolutePath[1..]};Pooling=false");
        await SellAsync();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static int Setting(string name, int unset) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : unset;

    private async Task SellAsync()
    {
        var random = new Random(Seed);
        var units = new Dictionary<string, HostProcess> { ["main"] = await StartAsync("main"), ["books"] = await StartAsync("books") };
        using var enough = new CancellationTokenSource();
        var customers = Task.WhenAll(Enumerable.Range(0, 3).Select(customer => BuyAsync(customer, units, enough.Token)));
        for (var kill = 0; kill < Kills; kill++)
        {
            // Something goes on again in both before the next one dies.
            var (sold, booked) = (Volatile.Read(ref _sold), Count("SELECT count(*) FROM \"Entries\""));
            await Eventually.IsTrue(() => _sold > sold && Count("SELECT count(*) FROM \"Entries\"") > booked, $"work goes on after kill {kill}");
            await Task.Delay(random.Next(150));
            var victim = random.Next(2) == 0 ? "main" : "books";
            await units[victim].DisposeAsync();
            units[victim] = await StartAsync(victim);
        }

        await enough.CancelAsync();
        await customers;
        await Eventually.IsTrue(() => Count("SELECT count(DISTINCT \"Sale\") FROM \"Entries\"") == _sold, "every sale is booked");
        await Eventually.IsTrue(() => Receipts().Select(name => name.Split('/')[1]).Distinct().Count() == _sold, "every sale has a receipt");

        // What a kill left there is published once more, under the id that its handlers know.
        await Eventually.IsTrue(() => Count("SELECT count(*) FROM klotho_outbox") == 0, "the outbox is empty");
        foreach (var unit in units.Values)
        {
            await unit.DisposeAsync();
        }

        Assert.Equal(_sold, Count("SELECT count(*) FROM \"Sales\""));
        Assert.Equal(_sold, Count("SELECT count(*) FROM \"Entries\""));

        // A receipt is a file of its own, and no part of a transaction: at most the handlers that a kill met wrote theirs twice.
        Assert.InRange(Receipts().Count, _sold, _sold + (Kills * new KlothoOptions().Concurrency));
    }

    private Task<HostProcess> StartAsync(string unit) => HostProcess.StartAsync([.. _settings, ("Klotho:Unit", unit), ("Shop", "true")]);

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
        using var connection = _database();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private List<string> Receipts() =>
        new BlobStore(new FileBlobDriver(Path.Combine(_folder.Path, "blobs", "files"))).ListAsync("receipts/", default).Select(file => file.Path).ToBlockingEnumerable().ToList();
}

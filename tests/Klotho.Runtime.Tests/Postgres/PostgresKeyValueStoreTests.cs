using System.Text;
using Klotho.Drivers;
using Klotho.Postgres;
using Klotho.Runtime.Tests.Contracts;
using Klotho.Runtime.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Klotho.Runtime.Tests.Postgres;

/// <summary>The contract on a real PostgreSQL. Each opening is what another process would do: nothing is shared but the server.</summary>
public sealed class PostgresKeyValueStoreTests(PostgresServer server) : KeyValueStoreContract, IClassFixture<PostgresServer>, IDisposable
{
    private readonly string _table = $"t{Guid.NewGuid():N}";
    private readonly PostgresConnections _connections = new([], new ValueSources([new FileValueSource(), new EnvironmentValueSource()]), NullLoggerFactory.Instance);

    public void Dispose() => _connections.Dispose();

    public override IKeyValueDriver Open() => Open($"table={_table}");

    [Fact]
    public async Task Those_who_start_at_once_make_the_table_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () => await Open().PutAsync($"k/{number}", "1"u8.ToArray(), default, default))));

        Assert.Equal(16, await Open().ScanAsync(default).CountAsync());
    }

    [Fact]
    public async Task Queries_and_scans_read_all_pages()
    {
        var driver = Open();
        foreach (var number in Enumerable.Range(0, 130))
        {
            await driver.PutAsync($"deck/{number:D3}", "1"u8.ToArray(), default, default);
        }

        Assert.Equal(Enumerable.Range(0, 130).Select(number => $"deck/{number:D3}"), await driver.QueryAsync("deck", "deck/", null, default).Select(item => item.Key).ToListAsync());
        Assert.Equal(130, await driver.ScanAsync(default).CountAsync());
    }

    [Fact]
    public async Task Items_have_the_shape_that_is_documented()
    {
        var version = await Open().PutAsync("deck/1", "{\"a\":1}"u8.ToArray(), default, default);

        Assert.Equal(
            $"deck/1 {{\"a\":1}} {version.Token}",
            await server.ExecuteAsync($"SELECT convert_from(key, 'UTF8') || ' ' || convert_from(value, 'UTF8') || ' ' || replace(version::text, '-', '') FROM \"{_table}\""));
    }

    [Fact]
    public async Task A_table_from_before_items_could_end_keeps_its_items_and_learns_it()
    {
        await server.ExecuteAsync($"CREATE TABLE \"{_table}\" (key bytea PRIMARY KEY, value bytea NOT NULL, version uuid NOT NULL)");
        await server.ExecuteAsync($"INSERT INTO \"{_table}\" VALUES ('old', '1', gen_random_uuid())");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
            await Open().PutExpiringAsync($"k/{number}", "1"u8.ToArray(), TimeSpan.FromHours(1), default, default))));

        Assert.NotNull(await Open().GetAsync("old", default));
        Assert.Equal(17, await Open().ScanAsync(default).CountAsync());
    }

    [Fact]
    public async Task Rows_that_have_ended_are_deleted_by_who_writes_more_of_them()
    {
        var driver = Open();
        await driver.PutAsync("stays", "1"u8.ToArray(), default, default);
        foreach (var number in Enumerable.Range(0, 63))
        {
            await driver.PutExpiringAsync($"session{number}", "1"u8.ToArray(), TimeSpan.FromMilliseconds(1), default, default);
        }

        await Eventually.IsTrueAsync(async () => await driver.ScanAsync(default).CountAsync() == 1, "all have ended");
        var kept = await server.ExecuteAsync($"SELECT count(*) FROM \"{_table}\"");
        await driver.PutExpiringAsync("session", "1"u8.ToArray(), TimeSpan.FromHours(1), default, default);

        Assert.Equal(64L, kept);
        Assert.Equal(2L, await server.ExecuteAsync($"SELECT count(*) FROM \"{_table}\""));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_done_once()
    {
        await using var proxy = new CuttingProxy(server.Port);
        var driver = Open($"table={_table}", port: proxy.Port);
        var first = await driver.PutAsync("a", "1"u8.ToArray(), default, default);

        proxy.CutNextAnswer();
        var second = await driver.PutAsync("a", "2"u8.ToArray(), WriteCondition.IfVersion(first), default);
        proxy.CutNextAnswer();
        var third = await driver.PutAsync("a", "3"u8.ToArray(), default, default);
        proxy.CutNextAnswer();
        var created = await driver.PutAsync("b", "4"u8.ToArray(), WriteCondition.IfAbsent, default);

        Assert.Equal(3, proxy.Lost);
        Assert.NotEqual(second, third);
        Assert.Equal((third, "3"), (await Open().GetAsync("a", default)) is { } item ? (item.Version, Encoding.UTF8.GetString(item.Value.Span)) : default);
        Assert.Equal(created, (await Open().GetAsync("b", default))?.Version);
    }

    [Fact]
    public async Task A_read_whose_answer_was_lost_is_repeated_and_a_deletion_is_not()
    {
        await using var proxy = new CuttingProxy(server.Port);
        var driver = Open($"table={_table}", port: proxy.Port);
        await driver.PutAsync("a", "1"u8.ToArray(), default, default);

        proxy.CutNextAnswer();
        Assert.NotNull(await driver.GetAsync("a", default));
        proxy.CutNextAnswer();
        await Assert.ThrowsAsync<NpgsqlException>(async () => await driver.DeleteAsync("a", default, default));

        Assert.Equal(2, proxy.Lost);
        Assert.Null(await driver.GetAsync("a", default));
    }

    [Fact]
    public async Task Connections_that_the_server_ended_do_not_fail_a_write()
    {
        var driver = Open();
        await driver.PutAsync("a", "1"u8.ToArray(), default, default);
        await server.ExecuteAsync($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE '%{_table}%' AND pid <> pg_backend_pid()");

        await driver.PutAsync("a", "2"u8.ToArray(), default, default);

        Assert.Equal("2"u8.ToArray(), (await driver.GetAsync("a", default))?.Value.ToArray());
    }

    [Fact]
    public async Task A_password_is_read_from_its_file_at_each_connection()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "password");
        await server.ExecuteAsync("CREATE ROLE locked LOGIN SUPERUSER PASSWORD 'first'");
        await File.WriteAllTextAsync(file, "first\n");
        var options = $"table={_table}&tls=require&password=file://{file}";
        await Open(options, "locked").PutAsync("a", "1"u8.ToArray(), default, default);
        var held = Open(options, "locked");

        await server.ExecuteAsync("ALTER ROLE locked PASSWORD 'second'");
        await server.ExecuteAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'locked'");
        var refused = await Assert.ThrowsAsync<PostgresException>(async () => await held.GetAsync("a", default));
        await File.WriteAllTextAsync(file, "second\n");

        Assert.Equal("28P01", refused.SqlState);
        Assert.NotNull(await held.GetAsync("a", default));
    }

    [Fact]
    public async Task What_comes_again_is_prepared_unless_the_binding_forbids_it()
    {
        Assert.NotEqual(0, await PreparedAsync($"table={_table}"));
        Assert.Equal(0, await PreparedAsync($"table={_table}&prepare=never"));

        async Task<long> PreparedAsync(string options)
        {
            var driver = Open(options);
            for (var time = 0; time < 10; time++)
            {
                await driver.GetAsync("a", default);
            }

            // One after the other, they all had the same connection.
            await using var connection = await _connections.Open(PostgresConnections.Read(Binding(options)), prepares: true).OpenConnectionAsync();
            await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_prepared_statements", connection);
            return (long)(await command.ExecuteScalarAsync() ?? 0L);
        }
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_where_it_is_checked()
    {
        await Open($"table={_table}&tls=require").PutAsync("a", "1"u8.ToArray(), default, default);

        await Assert.ThrowsAsync<NpgsqlException>(async () => await Open($"table={_table}&tls=verify", host: "localhost").GetAsync("a", default));
    }

    private IKeyValueDriver Open(string options, string user = "app", int? port = null, string host = "127.0.0.1") =>
        new PostgresKeyValueProvider(_connections).Open("cards", Binding(options, user, port, host));

    private ResourceBinding Binding(string options, string user = "app", int? port = null, string host = "127.0.0.1")
    {
        var binding = server.Binding(options, user, port, host);
        return new ResourceBinding("Klotho:Persist:cards", PostgresConnections.Scheme, binding[(binding.IndexOf("://", StringComparison.Ordinal) + 3)..]);
    }
}

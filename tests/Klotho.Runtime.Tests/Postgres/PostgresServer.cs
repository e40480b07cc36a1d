using Klotho.Runtime.Tests.Servers;
using Npgsql;

namespace Klotho.Runtime.Tests.Postgres;

/// <summary>A PostgreSQL server, started once for all tests.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private static readonly Lazy<Task<TestServer>> OfAll = Lazily();

    private readonly Lazy<Task<TestServer>> _started;

    public PostgresServer()
        : this(OfAll)
    {
    }

    private PostgresServer(Lazy<Task<TestServer>> started) => _started = started;

    public int Port { get; private set; }

    /// <summary>One beside the one of all tests, for who names databases as others do.</summary>
    internal static PostgresServer Another() => new(Lazily());

    public async Task InitializeAsync() => Port = (await _started.Value).Port;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The binding of a table, where the server is or where something is that stands before it.</summary>
    public string Binding(string options, string user = "app", int? port = null, string host = "127.0.0.1") =>
        $"postgres://{user}@{host}:{port ?? Port}/postgres?{options}";

    /// <summary>The binding of an empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var database = $"d{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {database}");
        return $"postgres://app@127.0.0.1:{Port}/{database}";
    }

    /// <summary>Runs a statement as a database's owner would.</summary>
    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Settings(Port));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static Lazy<Task<TestServer>> Lazily() => new(() => TestServer.StartAsync("postgres", "postgresql", AnswersAsync));

    private static string Settings(int port) => $"Host=127.0.0.1;Port={port};Username=app;Database=postgres;Pooling=false";

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Settings(port));
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}

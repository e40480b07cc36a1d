using System.Collections.Concurrent;
using Klotho.Drivers;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Klotho.Postgres;

/// <summary>The pools of connections, one for each server, database and login. Connections are opened on first use.</summary>
internal sealed class PostgresConnections(IEnumerable<IServerTokens> tokens, ValueSources values, ILoggerFactory logs) : IAsyncDisposable, IDisposable
{
    public const string Scheme = "postgres";
    public const string TableOption = "table";

    private const string Form = "postgres://user@host:port/database?table=name";
    private const int Port = 5432;

    // More than a store has statements. What is prepared is neither parsed nor planned again, which takes longer than to run it.
    private const int PreparedStatements = 20;

    private static readonly string[] Options = ["auth", "ca", "password", "prepare", TableOption, "tls"];

    private readonly ConcurrentDictionary<string, Lazy<NpgsqlDataSource>> _pools = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The binding is malformed.</exception>
    public static ServerBinding Read(ResourceBinding binding)
    {
        var server = ServerBinding.Read(binding, Form, Port, Options);
        return server.User is null || server.Path.Length == 0 || server.Path.Contains('/', StringComparison.Ordinal) ? throw binding.Malformed(Form) : server;
    }

    /// <param name="server">The server.</param>
    /// <param name="prepares">Whether the same few statements come again and again, on tables that stay as they are.</param>
    public NpgsqlDataSource Open(ServerBinding server, bool prepares)
    {
        var password = ServerPassword.Of(server, tokens, values);
        var settings = Settings(server);
        settings.MaxAutoPrepare = prepares && Prepares(server) ? PreparedStatements : 0;
        return _pools.GetOrAdd($"{server.Login(TableOption)} {settings.MaxAutoPrepare}", _ => new(() => Build(settings, password))).Value;
    }

    public void Dispose()
    {
        foreach (var pool in _pools.Values)
        {
            pool.Value.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pool in _pools.Values)
        {
            await pool.Value.DisposeAsync();
        }
    }

    private NpgsqlDataSource Build(NpgsqlConnectionStringBuilder settings, ServerPassword password)
    {
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString).UseLoggerFactory(logs);
        if (password.IsNeeded)
        {
            builder.UsePasswordProvider(
                _ => password.ReadAsync(default).AsTask().GetAwaiter().GetResult(),
                (_, cancel) => password.ReadAsync(cancel));
        }

        return builder.Build();
    }

    private static bool Prepares(ServerBinding server) => server.Options.GetValueOrDefault("prepare") switch
    {
        null => true,
        "never" => false,
        _ => throw new InvalidOperationException($"{server.Binding.Key}: prepare is 'never', or is not there."),
    };

    private static NpgsqlConnectionStringBuilder Settings(ServerBinding server)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = server.Host,
            Port = server.Port,
            Username = server.User,
            Database = server.Path,
            SslMode = server.Options.GetValueOrDefault("tls") switch
            {
                null => SslMode.Prefer,
                "require" => SslMode.Require,
                "verify" => SslMode.VerifyFull,
                _ => throw new InvalidOperationException($"{server.Binding.Key}: tls is 'require' or 'verify'."),
            },
        };
        if (server.Options.GetValueOrDefault("ca") is { } authority)
        {
            settings.RootCertificate = Uri.TryCreate(authority, UriKind.Absolute, out var file) && file.IsFile && settings.SslMode is SslMode.VerifyFull
                ? file.LocalPath
                : throw new InvalidOperationException($"{server.Binding.Key}: ca is a reference of the form file:///path, beside tls=verify.");
        }

        return settings;
    }
}

using Klotho.Drivers;
using StackExchange.Redis;

namespace Klotho.Redis;

/// <summary>
/// The connection to a server. What it signs in with is looked up again at most every <see cref="PasswordAge"/>, a token every
/// <see cref="TokenAge"/>. A changed password makes a new connection, and the one before ends when what it does is done. A new token is shown to the
/// servers on the connections that there are, and is what the client signs in with where it connects again.
/// </summary>
internal sealed class RedisConnection(ConfigurationOptions settings, ServerPassword password, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan PasswordAge = TimeSpan.FromSeconds(10);

    // A server takes a token for 15 minutes, and ends what signed in 12 hours after it last saw one (Amazon ElastiCache User Guide and Amazon
    // MemoryDB Developer Guide: Authenticating with IAM, read 2026-11-22).
    private static readonly TimeSpan TokenAge = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestCommand = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile Opened? _opened;

    public async ValueTask<ConnectionMultiplexer> OpenAsync(CancellationToken cancel)
    {
        if (_opened is { } current && IsFresh(current))
        {
            return current.Client;
        }

        await _turn.WaitAsync(cancel);
        try
        {
            return _opened is { } fresh && IsFresh(fresh) ? fresh.Client : await RenewAsync(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask<IDatabase> DatabaseAsync(CancellationToken cancel) => (await OpenAsync(cancel)).GetDatabase();

    public void Dispose()
    {
        _opened?.Client.Dispose();
        _turn.Dispose();
    }

    private bool IsFresh(Opened opened) => !password.IsNeeded || time.GetElapsedTime(opened.Checked) < (password.IsToken ? TokenAge : PasswordAge);

    private async Task<ConnectionMultiplexer> RenewAsync(CancellationToken cancel)
    {
        var secret = await password.ReadAsync(cancel);
        var before = _opened;
        if (before is not null && string.Equals(before.Settings.Password, secret, StringComparison.Ordinal))
        {
            _opened = before with { Checked = time.GetTimestamp() };
            return before.Client;
        }

        if (before is not null && password.IsToken && before.Client.IsConnected)
        {
            before.Settings.Password = secret;
            await Task.WhenAll(before.Client.GetServers().Where(server => server.IsConnected).Select(server => ProlongAsync(server, secret, cancel)));
            _opened = before with { Checked = time.GetTimestamp() };
            return before.Client;
        }

        var mine = settings.Clone();
        mine.Password = secret.Length > 0 ? secret : null;
        var client = await ConnectAsync(mine, cancel);
        _opened = new(client, mine, time.GetTimestamp());
        if (before is not null)
        {
            _ = EndAsync(before.Client);
        }

        return client;
    }

    // The client's own limits do not hold where a connection ends in the middle of its beginning; one that comes too late is closed.
    private async Task<ConnectionMultiplexer> ConnectAsync(ConfigurationOptions mine, CancellationToken cancel)
    {
        var connecting = ConnectionMultiplexer.ConnectAsync(mine);
        try
        {
            return await connecting.WaitAsync(LongestCommand, time, cancel);
        }
        catch (Exception failure) when (failure is TimeoutException or OperationCanceledException)
        {
            _ = connecting.ContinueWith(late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    // What does not take it goes on until the server ends it, and the client then signs in with the token.
    private async Task ProlongAsync(IServer server, string token, CancellationToken cancel) =>
        await ((Task)server.ExecuteAsync("AUTH", settings.User ?? "", token).WaitAsync(LongestCommand, time, cancel)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task EndAsync(ConnectionMultiplexer client)
    {
        await Task.Delay(LongestCommand, time);
        client.Dispose();
    }

    /// <param name="Client">The connection.</param>
    /// <param name="Settings">What it was made with; the client reads its password at each sign-in.</param>
    /// <param name="Checked">When the password was last looked up.</param>
    private sealed record Opened(ConnectionMultiplexer Client, ConfigurationOptions Settings, long Checked);
}

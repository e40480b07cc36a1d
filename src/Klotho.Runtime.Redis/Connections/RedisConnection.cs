using Klotho.Drivers;
using StackExchange.Redis;

namespace Klotho.Redis;

/// <summary>
/// The connection to a server. The client keeps the password that it was made with, so another one is made when the password
/// has changed, which is looked up at most every <see cref="PasswordAge"/>; the one before ends when what it does is done.
/// </summary>
internal sealed class RedisConnection(ConfigurationOptions settings, ServerPassword password, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan PasswordAge = TimeSpan.FromSeconds(10);
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

    private bool IsFresh(Opened opened) => !password.IsNeeded || time.GetElapsedTime(opened.Checked) < PasswordAge;

    private async Task<ConnectionMultiplexer> RenewAsync(CancellationToken cancel)
    {
        var secret = await password.ReadAsync(cancel);
        var before = _opened;
        if (before is not null && string.Equals(before.Secret, secret, StringComparison.Ordinal))
        {
            _opened = before with { Checked = time.GetTimestamp() };
            return before.Client;
        }

        var mine = settings.Clone();
        mine.Password = secret.Length > 0 ? secret : null;
        var client = await ConnectionMultiplexer.ConnectAsync(mine).WaitAsync(cancel);
        _opened = new(client, secret, time.GetTimestamp());
        if (before is not null)
        {
            _ = EndAsync(before.Client);
        }

        return client;
    }

    private async Task EndAsync(ConnectionMultiplexer client)
    {
        await Task.Delay(LongestCommand, time);
        client.Dispose();
    }

    private sealed record Opened(ConnectionMultiplexer Client, string Secret, long Checked);
}

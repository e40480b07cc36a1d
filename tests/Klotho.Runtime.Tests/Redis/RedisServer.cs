using System.Net.Sockets;
using Klotho.Runtime.Tests.Servers;

namespace Klotho.Runtime.Tests.Redis;

/// <summary>A Redis server, started once for all tests.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private static readonly Lazy<Task<TestServer>> Started = new(() => TestServer.StartAsync("redis", "redis-server", AnswersAsync));

    public int Port { get; private set; }

    public async Task InitializeAsync() => Port = (await Started.Value).Port;

    public Task DisposeAsync() => Task.CompletedTask;

    internal static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            await client.GetStream().WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[64];
            return await client.GetStream().ReadAsync(answer) > 0;
        }
        catch (Exception refused) when (refused is SocketException or IOException)
        {
            return false;
        }
    }
}

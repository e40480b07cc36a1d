using System.Net.Sockets;
using System.Text;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>Says one thing to a Redis, as its operator.</summary>
internal static class RedisCommand
{
    public static async Task SayAsync(int port, string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"{command}\r\n"));
        using var answer = new StreamReader(client.GetStream());
        Assert.Equal("+OK", await answer.ReadLineAsync());
    }
}

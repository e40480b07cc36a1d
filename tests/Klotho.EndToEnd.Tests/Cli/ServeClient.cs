using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>The client's side of <c>klotho serve</c>.</summary>
internal sealed class ServeClient(Process process)
{
    private readonly Stream input = process.StandardOutput.BaseStream;
    private readonly Stream output = process.StandardInput.BaseStream;
    private int calls;

    /// <summary>What the server said by itself and nobody has taken yet.</summary>
    public Queue<JsonNode> Notifications { get; } = new();

    /// <returns>The whole answer.</returns>
    public async Task<JsonNode> CallAsync(string method, JsonObject? parameters = null)
    {
        var id = ++calls;
        await SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        while (await ReadAsync() is { } message)
        {
            if (message["id"] is { } answered && answered.GetValue<int>() == id)
            {
                return message;
            }

            Notifications.Enqueue(message);
        }

        throw new InvalidOperationException($"The server ended before it answered {method}.");
    }

    public Task NotifyAsync(string method, JsonObject? parameters = null) =>
        SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    /// <summary>The next thing that the server says by itself.</summary>
    public async Task<JsonNode> NotificationAsync() =>
        Notifications.TryDequeue(out var earlier) ? earlier : await ReadAsync() ?? throw new InvalidOperationException("The server ended.");

    public async Task SendAsync(JsonNode message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        await output.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")));
        await output.WriteAsync(body);
        await output.FlushAsync();
    }

    private async Task<JsonNode?> ReadAsync()
    {
        var header = new StringBuilder();
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var one = new byte[1];
            if (await input.ReadAsync(one) == 0)
            {
                return null;
            }

            header.Append((char)one[0]);
        }

        var body = new byte[int.Parse(header.ToString().Trim().Split(' ')[^1], CultureInfo.InvariantCulture)];
        await input.ReadExactlyAsync(body);
        return JsonNode.Parse(body);
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>
/// Stands before a Redis in the place of nodes of Amazon ElastiCache or MemoryDB, of which there are no emulators: it checks the token by which
/// a unit signs in, and writes down the permissions that this takes (Service Authorization Reference: Amazon ElastiCache, Amazon MemoryDB,
/// read 2026-11-22: <c>Connect</c> on the nodes and on the user).
/// </summary>
internal sealed partial class RedisDoor(RecordingProxy proxy, int server) : Door
{
    protected override async Task ServeAsync(Stream caller)
    {
        await using var redis = await OpenAsync("127.0.0.1", server);
        var answers = redis.CopyToAsync(caller, End);
        var said = new StringBuilder();
        var buffer = new byte[4096];
        while (await caller.ReadAsync(buffer, End) is > 0 and var read)
        {
            said.Append(Encoding.Latin1.GetString(buffer, 0, read));
            if (SignIn.Match($"{said}") is { Success: true } signIn)
            {
                Admit(signIn.Groups["user"].Value, signIn.Groups["token"].Value);
                said.Clear();
            }

            await redis.WriteAsync(buffer.AsMemory(0, read), End);
        }

        await answers;
    }

    private void Admit(string user, string text)
    {
        var token = SignInToken.Read(text, "User");
        Assert.Equal(user, token.User);
        proxy.Add(new($"{token.Service}:Connect", Arns.Nodes(token.Service, token.Host)));
        proxy.Add(new($"{token.Service}:Connect", Arns.NodesUser(token.Service, token.User)));
    }

    [GeneratedRegex(@"\$4\r\nAUTH\r\n\$\d+\r\n(?<user>[^\r]+)\r\n\$\d+\r\n(?<token>[^\r]+)\r\n")]
    private static partial Regex SignIn { get; }
}

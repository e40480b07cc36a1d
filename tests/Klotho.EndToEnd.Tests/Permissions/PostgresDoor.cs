using System.Buffers.Binary;
using System.Net.Security;
using System.Text;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>
/// Stands before a PostgreSQL in the place of Amazon RDS, of which there is no emulator: as RDS does for users who sign in with IAM, it asks for a
/// password in plain text inside of TLS. It checks the token that it gets, and writes down the permission that this takes (Amazon RDS User
/// Guide: Creating and using an IAM policy for IAM database access, read 2026-11-22).
/// </summary>
/// <param name="proxy">What writes down.</param>
/// <param name="server">The port of a PostgreSQL that trusts whoever connects.</param>
/// <param name="database">What permissions call the server.</param>
internal sealed class PostgresDoor(RecordingProxy proxy, int server, string database) : Door
{
    // PostgreSQL: Frontend/Backend Protocol, Message Formats.
    private const int AskForTls = 80877103;
    private const int HeadSize = 8;
    private static readonly byte[] AskForPassword = [(byte)'R', 0, 0, 0, 8, 0, 0, 0, 3];

    private readonly TemporaryCertificate _certificate = new("localhost");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _certificate.Dispose();
    }

    protected override async Task ServeAsync(Stream caller)
    {
        while (Code(await MessageAsync(caller, withType: false)) != AskForTls)
        {
            // Other kinds of encryption are not there.
            await caller.WriteAsync("N"u8.ToArray(), End);
        }

        await caller.WriteAsync("S"u8.ToArray(), End);
        await using var tls = new SslStream(caller);
        await tls.AuthenticateAsServerAsync(_certificate.Certificate);
        var start = await MessageAsync(tls, withType: false);
        await tls.WriteAsync(AskForPassword, End);
        var password = await MessageAsync(tls, withType: true);
        Admit(Encoding.UTF8.GetString(start.AsSpan(HeadSize)).Split('\0'), Encoding.UTF8.GetString(password.AsSpan(5)).TrimEnd('\0'));

        await using var postgres = await OpenAsync("127.0.0.1", server);
        await postgres.WriteAsync(start, End);
        await JoinAsync(tls, postgres);
    }

    private void Admit(string[] parameters, string text)
    {
        var token = SignInToken.Read(text, "DBUser");
        Assert.Equal(parameters[Array.IndexOf(parameters, "user") + 1], token.User);
        Assert.Equal((Address, "rds-db"), (token.Host, token.Service));
        proxy.Add(new("rds-db:connect", Arns.DatabaseUser(database, token.User)));
    }

    private static int Code(byte[] message) => BinaryPrimitives.ReadInt32BigEndian(message.AsSpan(4));

    /// <summary>One message: its type if it has one, its length, and the rest.</summary>
    private async Task<byte[]> MessageAsync(Stream stream, bool withType)
    {
        var head = new byte[withType ? 5 : 4];
        await stream.ReadExactlyAsync(head, End);
        var rest = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(head.Length - 4)) - 4];
        await stream.ReadExactlyAsync(rest, End);
        return [.. head, .. rest];
    }
}

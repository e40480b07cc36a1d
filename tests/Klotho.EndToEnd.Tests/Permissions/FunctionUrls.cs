using System.Net.Security;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>
/// Stands where the addresses of functions lead to, of which there is no emulator: a process that takes it for its proxy gets a
/// connection by TLS to any <c>ID.lambda-url.REGION.on.aws</c>, and what it sends arrives where calls are recorded.
/// </summary>
/// <param name="target">Where requests go to.</param>
internal sealed class FunctionUrls(string target) : Door
{
    private readonly TemporaryCertificate _certificate = new($"*.lambda-url.{Arns.Region}.on.aws");
    private readonly Uri _target = new(target);

    /// <summary>What makes a process go through this one, and believe it.</summary>
    public IEnumerable<(string Name, string? Value)> Surroundings =>
    [
        ("HTTPS_PROXY", $"http://{Address}"),
        ("https_proxy", $"http://{Address}"),
        ("SSL_CERT_FILE", _certificate.File),
    ];

    public static string AddressOf(string function) => $"https://{function}.lambda-url.{Arns.Region}.on.aws/";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _certificate.Dispose();
    }

    protected override async Task ServeAsync(Stream caller)
    {
        await ReadHeadAsync(caller);
        await caller.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), End);
        await using var tls = new SslStream(caller);
        await tls.AuthenticateAsServerAsync(_certificate.Certificate);
        await using var plain = await OpenAsync(_target.Host, _target.Port);
        await JoinAsync(tls, plain);
    }

    /// <summary>Reads what the caller asks its proxy for: one line and headers, up to an empty line.</summary>
    private async Task ReadHeadAsync(Stream stream)
    {
        var one = new byte[1];
        for (var ends = 0; ends < 4;)
        {
            await stream.ReadExactlyAsync(one, End);
            ends = one[0] == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : 0;
        }
    }
}

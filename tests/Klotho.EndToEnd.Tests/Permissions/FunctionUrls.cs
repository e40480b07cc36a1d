using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>
/// Stands where the addresses of functions lead to, of which there is no emulator: a process that takes it for its proxy gets a
/// connection by TLS to any <c>ID.lambda-url.REGION.on.aws</c>, and what it sends arrives where calls are recorded.
/// </summary>
internal sealed class FunctionUrls : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly TemporaryCertificate _certificate = new($"*.lambda-url.{Arns.Region}.on.aws");
    private readonly Uri _target;
    private readonly Task _accepting;

    /// <param name="target">Where requests go to.</param>
    public FunctionUrls(string target)
    {
        _target = new Uri(target);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What makes a process go through this one, and believe it.</summary>
    public IEnumerable<(string Name, string? Value)> Surroundings =>
    [
        ("HTTPS_PROXY", $"http://{_listener.LocalEndpoint}"),
        ("https_proxy", $"http://{_listener.LocalEndpoint}"),
        ("SSL_CERT_FILE", _certificate.File),
    ];

    public static string AddressOf(string function) => $"https://{function}.lambda-url.{Arns.Region}.on.aws/";

    /// <summary>The function that a request is for, or null.</summary>
    public static string? FunctionOf(HttpRequest request) => request.Host.Host.Split('.') is [var function, "lambda-url", ..] ? function : null;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _certificate.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var caller = client;
        await using var stream = caller.GetStream();
        await ReadHeadAsync(stream);
        await stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), _end.Token);
        await using var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(_certificate.Certificate);
        using var onward = new TcpClient();
        await onward.ConnectAsync(_target.Host, _target.Port, _end.Token);
        await using var plain = onward.GetStream();
        await Task.WhenAny(tls.CopyToAsync(plain, _end.Token), plain.CopyToAsync(tls, _end.Token));
    }

    /// <summary>Reads what the caller asks its proxy for: one line and headers, up to an empty line.</summary>
    private async Task ReadHeadAsync(NetworkStream stream)
    {
        var one = new byte[1];
        for (var ends = 0; ends < 4;)
        {
            await stream.ReadExactlyAsync(one, _end.Token);
            ends = one[0] == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : 0;
        }
    }

    /// <summary>A certificate for a name that only processes believe which are told to.</summary>
    private sealed class TemporaryCertificate : IDisposable
    {
        public TemporaryCertificate(string name)
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(name);
            request.CertificateExtensions.Add(names.Build());
            Certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            System.IO.File.WriteAllText(File, Certificate.ExportCertificatePem());
        }

        public X509Certificate2 Certificate { get; }

        public string File { get; } = Path.GetTempFileName();

        public void Dispose()
        {
            Certificate.Dispose();
            System.IO.File.Delete(File);
        }
    }
}

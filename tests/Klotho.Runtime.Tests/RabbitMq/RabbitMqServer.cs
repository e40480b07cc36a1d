using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Klotho.Runtime.Tests.RabbitMq;

/// <summary>
/// A RabbitMQ server of the distribution, started once for all tests with a folder, ports and a node name of its own, and ended with them
/// however they end: the script that runs it waits for the end of its standard input.
/// </summary>
public sealed class RabbitMqServer : IAsyncLifetime
{
    public const string User = "app";

    // The wrappers on the path want to run as a user that only root may become.
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private const string Script =
        """
        epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 & epmd=$!
        "$0" > server.log 2>&1 & server=$!
        cat > /dev/null
        pkill -KILL -P $server; kill -KILL $server $epmd; rm -rf "$HOME"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Lazy<Task<Running>> Started = new(StartAsync);

    private Running _running = new(null, "", 0, 0, "");

    /// <summary>The folder with <c>password</c> and <c>ca.pem</c>.</summary>
    public string Folder => _running.Folder;

    public int TlsPort => _running.TlsPort;

    public async Task InitializeAsync() => _running = await Started.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Where it listens without TLS.</summary>
    public int Port => _running.Port;

    /// <summary>A binding to an exchange or a queue, where the server is or where something is that stands before it.</summary>
    public string Binding(string name, int? port = null) => $"amqp://{User}@127.0.0.1:{port ?? Port}/{name}?password=file://{Folder}/password";

    /// <summary>Connects beside the runtime.</summary>
    public Task<IConnection> ConnectAsync() => _running.ConnectAsync();

    private static async Task<Running> StartAsync()
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException($"These tests run against RabbitMQ, and {Program} is not there: install the package rabbitmq-server.");
        }

        var folder = Directory.CreateTempSubdirectory("klotho-rabbitmq-").FullName;
        var (port, tls, distribution, names) = (FreePort(), FreePort(), FreePort(), FreePort());
        var password = RandomNumberGenerator.GetHexString(24);
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), password + "\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "enabled_plugins"), "[].\n");
        await WriteCertificatesAsync(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{port}
            listeners.ssl.1 = 127.0.0.1:{tls}
            ssl_options.cacertfile = {folder}/ca.pem
            ssl_options.certfile = {folder}/server.pem
            ssl_options.keyfile = {folder}/server.key
            ssl_options.verify = verify_none
            default_user = {User}
            default_pass = {password}
            disk_free_limit.absolute = 50MB

            """);
        var process = Start(folder, distribution, names);
        var running = new Running(process, folder, port, tls, password);
        await running.WaitAsync(Patience);
        return running;
    }

    private static Process Start(string folder, int distribution, int names)
    {
        var start = new ProcessStartInfo("bash", ["-c", Script, Program])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in new (string, string)[]
        {
            ("HOME", folder),
            ("RABBITMQ_NODENAME", $"klotho{Environment.ProcessId}@localhost"),
            ("RABBITMQ_MNESIA_BASE", $"{folder}/data"),
            ("RABBITMQ_LOG_BASE", $"{folder}/log"),
            ("RABBITMQ_CONFIG_FILE", $"{folder}/rabbitmq.conf"),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", $"{folder}/enabled_plugins"),
            ("RABBITMQ_DIST_PORT", $"{distribution}"),
            ("ERL_EPMD_PORT", $"{names}"),
            ("ERL_EPMD_ADDRESS", "127.0.0.1"),

            // The tests need the processors, too.
            ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+S 2:2 +sbwt none"),
        })
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
    }

    private static async Task WriteCertificatesAsync(string folder)
    {
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=authority of the tests", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = authorityRequest.CreateSelfSigned(from, to);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, from, to, [1]);
        await File.WriteAllTextAsync(Path.Combine(folder, "ca.pem"), authority.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "server.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "server.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Holds the process: were it collected, its standard input would close, which ends the server.
    private sealed record Running(Process? Process, string Folder, int Port, int TlsPort, string Password)
    {
        public Task<IConnection> ConnectAsync() =>
            new ConnectionFactory { HostName = "127.0.0.1", Port = Port, UserName = User, Password = Password }.CreateConnectionAsync();

        public async Task WaitAsync(TimeSpan patience)
        {
            var waited = Stopwatch.StartNew();
            while (true)
            {
                try
                {
                    await using var connection = await ConnectAsync();
                    return;
                }
                catch (BrokerUnreachableException) when (waited.Elapsed < patience && Process is { HasExited: false })
                {
                    await Task.Delay(100);
                }
            }
        }
    }
}

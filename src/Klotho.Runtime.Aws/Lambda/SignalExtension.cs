using Microsoft.Extensions.Logging;

namespace Klotho.Aws;

/// <summary>
/// An extension within the process that asks for no events. Lambda sends SIGTERM, half a second before SIGKILL, to a process in whose environment an extension is
/// registered, and SIGKILL alone to any other (docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-shutdown and
/// github.com/aws-samples/graceful-shutdown-with-aws-lambda, 2026-11-23). Lambda's own runtime for Rust does the same.
/// </summary>
internal sealed partial class SignalExtension(string address, ILogger<SignalExtension> logger) : IDisposable
{
    private const string Name = "klotho-sigterm";
    private const string Identifier = "Lambda-Extension-Identifier";

    private readonly RuntimeConnection _connection = new(new Uri($"http://{address}/2020-01-01/extension/"));

    /// <summary>
    /// Registers it, which Lambda takes only until the process asks for its first invocation, and says that it is ready, for which Lambda waits before it hands
    /// out that one. A host without such an API, or with as many extensions as Lambda takes (10), has it logged: everything else works without.
    /// </summary>
    /// <param name="cancel">Ends the wait for events, of which none come.</param>
    public async Task RegisterAsync(CancellationToken cancel)
    {
        try
        {
            var registered = await new RuntimeRequest("POST", "register", """{"events":[]}"""u8.ToArray(), ("Lambda-Extension-Name", Name)).SendAsync(_connection, cancel);
            var id = registered.Headers.GetValueOrDefault(Identifier) ?? throw new FormatException("Lambda registered an extension without an identifier.");
            _ = WaitAsync(id, cancel);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or FormatException)
        {
            LogNotRegistered(failure);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The host stops before it has started.
        }
    }

    public void Dispose() => _connection.Dispose();

    // Never answered: to ask is what says that the extension is ready.
    private async Task WaitAsync(string id, CancellationToken cancel)
    {
        try
        {
            await new RuntimeRequest("GET", "event/next", default, (Identifier, id)).SendAsync(_connection, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or FormatException or ObjectDisposedException)
        {
            LogNotRegistered(failure);
        }
    }

    private static readonly Action<ILogger, Exception?> NotRegisteredMessage = LoggerMessage.Define(LogLevel.Warning, new(0, nameof(LogNotRegistered)),
        "Lambda has not taken the extension for which it would send SIGTERM: the process will be killed without.");

    private void LogNotRegistered(Exception failure) => NotRegisteredMessage(logger, failure);
}

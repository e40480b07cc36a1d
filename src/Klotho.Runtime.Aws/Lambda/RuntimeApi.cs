using System.Globalization;
using System.Text.Json;

namespace Klotho.Aws;

/// <summary>
/// The API by which Lambda hands out invocations and takes answers, one request after the other.
/// Source: docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html, 2026-11-22.
/// </summary>
/// <param name="address">Host and port.</param>
internal sealed class RuntimeApi(string address) : IDisposable
{
    private readonly RuntimeConnection _connection = new(new Uri($"http://{address}/2018-06-01/runtime/"));

    /// <summary>Waits for the next invocation, for as long as nobody calls: the process is frozen meanwhile.</summary>
    /// <exception cref="HttpRequestException">Lambda's API refuses, or cannot be reached.</exception>
    /// <exception cref="IOException">The connection to it broke.</exception>
    public async Task<Invocation> NextAsync(CancellationToken cancel)
    {
        var response = await new RuntimeRequest("GET", "invocation/next").SendAsync(_connection, cancel);
        using var json = JsonDocument.Parse(response.Content);
        return new Invocation(
            response.Headers.GetValueOrDefault("Lambda-Runtime-Aws-Request-Id") ?? throw new HttpRequestException("Lambda handed out an invocation without an id."),
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(response.Headers.GetValueOrDefault("Lambda-Runtime-Deadline-Ms") ?? "", CultureInfo.InvariantCulture)),
            response.Headers.GetValueOrDefault("Lambda-Runtime-Trace-Id"),
            json.RootElement.Clone());
    }

    /// <summary>Answers an invocation.</summary>
    public Task AnswerAsync(string requestId, ReadOnlyMemory<byte> answer) => new RuntimeRequest("POST", Answer(requestId), answer).SendAsync(_connection, CancellationToken.None);

    /// <summary>Answers an invocation while the answer is made.</summary>
    public RuntimeAnswerStream Stream(string requestId) => new(_connection, Answer(requestId));

    /// <summary>Fails an invocation.</summary>
    public Task FailAsync(string requestId, RuntimeError error) => Failed($"invocation/{requestId}/error", error).SendAsync(_connection, CancellationToken.None);

    /// <summary>Says that the process cannot start. Waits for it: the process is about to end.</summary>
    public void FailInitialization(RuntimeError error) => Failed("init/error", error).SendAsync(_connection, CancellationToken.None).GetAwaiter().GetResult();

    public void Dispose() => _connection.Dispose();

    private static string Answer(string requestId) => $"invocation/{requestId}/response";

    private static RuntimeRequest Failed(string path, RuntimeError error) => new("POST", path, error.Write(), ("Lambda-Runtime-Function-Error-Type", error.Type));
}

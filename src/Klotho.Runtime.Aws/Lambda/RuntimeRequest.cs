using System.Globalization;
using System.Text;

namespace Klotho.Aws;

/// <summary>One request of Lambda's APIs. Its answer is awaited before the connection takes another.</summary>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Path">Where, behind the API's own path.</param>
/// <param name="Content">JSON, where the method has a body.</param>
/// <param name="Headers">Headers beside those of the body.</param>
internal sealed record RuntimeRequest(string Method, string Path, ReadOnlyMemory<byte> Content = default, params IReadOnlyList<(string Name, string Value)> Headers)
{
    /// <exception cref="HttpRequestException">The API refuses, or cannot be reached.</exception>
    /// <exception cref="IOException">The connection to it broke.</exception>
    public async Task<RuntimeResponse> SendAsync(RuntimeConnection connection, CancellationToken cancel)
    {
        var done = false;
        try
        {
            await connection.OpenAsync(cancel);
            await connection.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(Head(connection.Api)), .. Content.Span], cancel);
            var response = (await connection.ReadAsync(cancel)).OrRefused();
            done = true;
            return response;
        }
        finally
        {
            if (!done)
            {
                connection.Drop();
            }
        }
    }

    private string Head(Uri api) =>
        $"{Method} {api.AbsolutePath}{Path} HTTP/1.1\r\nHost: {api.Authority}\r\n" +
        (Method == "GET" ? "" : $"Content-Type: application/json\r\nContent-Length: {Content.Length.ToString(CultureInfo.InvariantCulture)}\r\n") +
        string.Concat(Headers.Select(header => $"{header.Name}: {header.Value}\r\n")) +
        "\r\n";
}

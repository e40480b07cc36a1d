using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>Signs calls of units as docs/runtime.md says, written apart from the runtime.</summary>
internal static class SignedCall
{
    private static readonly string[] Signed = ["Klotho-Deadline-Milliseconds", "Klotho-Contract", "Klotho-Idempotency-Key", "Klotho-Time", "Klotho-Nonce", "Klotho-Body"];

    /// <summary>Calls a method.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, HttpContent body, string token = "t0ken")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        await SignAsync(request, path, token);
        return await http.SendAsync(request);
    }

    /// <summary>Adds the headers that a request has not, and its signature.</summary>
    public static async Task SignAsync(HttpRequestMessage request, string path, string token)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync() : [];
        Add("Klotho-Time", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        Add("Klotho-Nonce", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        Add("Klotho-Body", Convert.ToHexStringLower(SHA256.HashData(body)));
        var lines = string.Join('\n', Signed.Select(name => request.Headers.TryGetValues(name, out var values) ? values.Single() : "").Prepend(path));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Klotho-HMAC-SHA256", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(lines))));

        void Add(string name, string value)
        {
            if (!request.Headers.Contains(name))
            {
                request.Headers.Add(name, value);
            }
        }
    }
}

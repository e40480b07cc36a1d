using System.Globalization;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace Klotho.Aws;

/// <summary>
/// AWS Signature Version 4 of a request without a query, over its body, host and time, and the headers that only we read: what is let in once
/// by its nonce must not be let in again with another.
/// Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, 2026-11-22.
/// </summary>
internal static class RequestSignature
{
    private const string Ours = "Klotho-";

    public static void Add(
        HttpRequestMessage request, ReadOnlySpan<byte> body, ImmutableCredentials credentials, string region, string service, DateTime now)
    {
        var address = request.RequestUri ?? throw new ArgumentException("The request has no address.", nameof(request));
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = address.Authority,
            ["x-amz-date"] = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        };
        if (credentials.UseToken)
        {
            headers["x-amz-security-token"] = credentials.Token;
        }

        var added = headers.Where(header => header.Key != "host").ToList();
        foreach (var (name, values) in request.Headers.Where(header => header.Key.StartsWith(Ours, StringComparison.OrdinalIgnoreCase)))
        {
            headers[name.ToLowerInvariant()] = string.Join(',', values).Trim();
        }

        var signed = string.Join(';', headers.Keys);
        var canonical = string.Join('\n',
        [
            request.Method.Method,
            CanonicalPath(address),
            "",
            .. headers.Select(header => $"{header.Key}:{header.Value}"),
            "",
            signed,
            Convert.ToHexStringLower(SHA256.HashData(body)),
        ]);
        var signature = AWS4Signer.ComputeSignature(credentials, region, now, service, signed, canonical);
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
        foreach (var (name, value) in added)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    // Each segment is escaped once for the wire and once more for the signature, as all services but S3 want it.
    private static string CanonicalPath(Uri address) => string.Join('/', address.AbsolutePath.Split('/').Select(Uri.EscapeDataString));
}

using System.Globalization;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>A request to connect as a user, signed in advance and without its scheme, which a server of AWS takes in place of a password for 15 minutes.</summary>
internal static class ConnectToken
{
    private const string SignedHeaders = "host";
    private const int Seconds = 900;

    /// <param name="service">The service, as signatures name it: <c>rds-db</c>.</param>
    /// <param name="host">What is connected to.</param>
    /// <param name="userName">What the service calls the user: <c>DBUser</c>.</param>
    /// <param name="server">The binding, which names the user.</param>
    /// <param name="region">Where the server is.</param>
    /// <param name="credentials">Who signs.</param>
    /// <param name="now">The time, UTC.</param>
    public static string Sign(string service, string host, string userName, ServerBinding server, string region, ImmutableCredentials credentials, DateTime now)
    {
        var query = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Action"] = "connect",
            [userName] = server.User ?? throw new ArgumentException("The binding names no user.", nameof(server)),
            ["X-Amz-Algorithm"] = "AWS4-HMAC-SHA256",
            ["X-Amz-Credential"] = string.Create(CultureInfo.InvariantCulture, $"{credentials.AccessKey}/{now:yyyyMMdd}/{region}/{service}/aws4_request"),
            ["X-Amz-Date"] = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            ["X-Amz-Expires"] = Seconds.ToString(CultureInfo.InvariantCulture),
            ["X-Amz-SignedHeaders"] = SignedHeaders,
        };
        if (credentials.UseToken)
        {
            query["X-Amz-Security-Token"] = credentials.Token;
        }

        var text = string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        var canonical = string.Join('\n', "GET", "/", text, $"host:{host}", "", SignedHeaders, Convert.ToHexStringLower(SHA256.HashData([])));
        return $"{host}/?{text}&X-Amz-Signature={AWS4Signer.ComputeSignature(credentials, region, now, service, SignedHeaders, canonical).Signature}";
    }

    /// <summary>The region of this process, where the server's own name does not tell it.</summary>
    /// <exception cref="InvalidOperationException">Nothing tells it.</exception>
    public static string Region(ServerBinding server) => FallbackRegionFactory.GetRegionEndpoint()?.SystemName ?? throw new InvalidOperationException(
        $"{server.Binding.Key} says auth=iam, its host does not tell the region, and AWS_REGION is not set.");
}

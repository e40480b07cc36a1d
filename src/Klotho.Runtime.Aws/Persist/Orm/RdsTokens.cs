using System.Globalization;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Internal.Auth;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// Tokens by which a role logs in to PostgreSQL on Amazon RDS or Aurora: a request that is signed in advance, without its scheme.
/// RDS takes one for 15 minutes; a connection that it has opened stays. Making one asks nobody but the source of credentials.
/// Source: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Connecting.html, 2026-11-22.
/// </summary>
internal sealed class RdsTokens(TimeProvider time) : IServerTokens
{
    private const string Service = "rds-db";
    private const string SignedHeaders = "host";
    private const int Seconds = 900;

    private readonly Lazy<DefaultAWSCredentialsIdentityResolver> _credentials = new(() => new DefaultAWSCredentialsIdentityResolver());

    public bool Serves(string scheme) => scheme == "postgres";

    public async ValueTask<string> TokenAsync(ServerBinding server, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        var credentials = await (await _credentials.Value.ResolveIdentityAsync(null, cancel)).GetCredentialsAsync();
        return Sign(server, Region(server), credentials, time.GetUtcNow().UtcDateTime);
    }

    internal static string Sign(ServerBinding server, string region, ImmutableCredentials credentials, DateTime now)
    {
        var query = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Action"] = "connect",
            ["DBUser"] = server.User ?? throw new ArgumentException("The binding names no user.", nameof(server)),
            ["X-Amz-Algorithm"] = "AWS4-HMAC-SHA256",
            ["X-Amz-Credential"] = string.Create(CultureInfo.InvariantCulture, $"{credentials.AccessKey}/{now:yyyyMMdd}/{region}/{Service}/aws4_request"),
            ["X-Amz-Date"] = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            ["X-Amz-Expires"] = Seconds.ToString(CultureInfo.InvariantCulture),
            ["X-Amz-SignedHeaders"] = SignedHeaders,
        };
        if (credentials.UseToken)
        {
            query["X-Amz-Security-Token"] = credentials.Token;
        }

        var text = string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        var host = string.Create(CultureInfo.InvariantCulture, $"{server.Host}:{server.Port}");
        var canonical = string.Join('\n', "GET", "/", text, $"host:{host}", "", SignedHeaders, Convert.ToHexStringLower(SHA256.HashData([])));
        return $"{host}/?{text}&X-Amz-Signature={AWS4Signer.ComputeSignature(credentials, region, now, Service, SignedHeaders, canonical).Signature}";
    }

    // NAME.ID.REGION.rds.amazonaws.com; under a name of one's own the unit's region counts.
    internal static string Region(ServerBinding server) =>
        server.Host.Split('.') is [_, _, var region, "rds", "amazonaws", "com", ..] ? region
        : FallbackRegionFactory.GetRegionEndpoint()?.SystemName ?? throw new InvalidOperationException(
            $"{server.Binding.Key} says auth=iam, its host does not tell the region, and AWS_REGION is not set.");
}

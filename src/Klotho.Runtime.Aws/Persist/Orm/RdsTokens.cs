using System.Globalization;
using Amazon.Runtime;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// Tokens by which a role logs in to PostgreSQL on Amazon RDS or Aurora: a request that is signed in advance, without its scheme.
/// RDS takes one for 15 minutes; a connection that it has opened stays. Making one asks nobody but the source of credentials.
/// Source: docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Connecting.html, 2026-11-22.
/// </summary>
internal sealed class RdsTokens(TimeProvider time) : IServerTokens
{
    private readonly HostCredentials _credentials = new();

    public bool Serves(string scheme) => scheme == "postgres";

    public async ValueTask<string> TokenAsync(ServerBinding server, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        return Sign(server, Region(server), await _credentials.GetAsync(cancel), time.GetUtcNow().UtcDateTime);
    }

    internal static string Sign(ServerBinding server, string region, ImmutableCredentials credentials, DateTime now) =>
        ConnectToken.Sign("rds-db", string.Create(CultureInfo.InvariantCulture, $"{server.Host}:{server.Port}"), "DBUser", server, region, credentials, now);

    // NAME.ID.REGION.rds.amazonaws.com; under a name of one's own the unit's region counts.
    internal static string Region(ServerBinding server) =>
        server.Host.Split('.') is [_, _, var region, "rds", "amazonaws", "com", ..] ? region : ConnectToken.Region(server);
}

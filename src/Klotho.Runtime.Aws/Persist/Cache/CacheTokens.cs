using Amazon.Runtime;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// Tokens by which a role signs in to nodes of Amazon ElastiCache (<c>elasticache=replication-group</c>) or Amazon MemoryDB
/// (<c>memorydb=cluster</c>): a request to connect to what has that name, not to its address, signed in advance and without its scheme. They
/// are taken for 15 minutes. Making one asks nobody but the source of credentials.
/// Source: docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html, docs.aws.amazon.com/memorydb/latest/devguide/auth-iam.html, 2026-11-22.
/// </summary>
internal sealed class CacheTokens(TimeProvider time) : IServerTokens
{
    private static readonly string[] Services = ["elasticache", "memorydb"];

    private readonly HostCredentials _credentials = new();

    public bool Serves(string scheme) => scheme is "redis" or "rediss";

    public void Check(ServerBinding server)
    {
        ArgumentNullException.ThrowIfNull(server);
        _ = Nodes(server);
    }

    public async ValueTask<string> TokenAsync(ServerBinding server, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        return Sign(server, Region(server), await _credentials.GetAsync(cancel), time.GetUtcNow().UtcDateTime);
    }

    internal static string Sign(ServerBinding server, string region, ImmutableCredentials credentials, DateTime now)
    {
        var (service, name) = Nodes(server);
        return ConnectToken.Sign(service, name, "User", server, region, credentials, now);
    }

    // A host of MemoryDB names its region (clustercfg.NAME.ID.memorydb.REGION.amazonaws.com), one of ElastiCache an abbreviation.
    internal static string Region(ServerBinding server) =>
        server.Host.Split('.') is [.., "memorydb", var region, "amazonaws", "com"] ? region : ConnectToken.Region(server);

    private static (string Service, string Name) Nodes(ServerBinding server) => Services.Where(server.Options.ContainsKey).ToList() is [var service]
        ? (service, server.Options[service].ToLowerInvariant()) // The services store names in lower case.
        : throw new InvalidOperationException(
            $"{server.Binding.Key} says auth=iam: name what it signs in to, elasticache=replication-group or memorydb=cluster.");
}

using Klotho.Emit.Resources;
using Klotho.Planning.Costs;

namespace Klotho.Emit.Kubernetes;

/// <summary>Valkey, which speaks Redis' protocol, as a cache: in memory only, with a second pod that has the same.</summary>
internal static class RedisServer
{
    private const string Name = "cluster-redis";

    public static readonly ClusterServer Server = new(
        Name, "redis", FacilityCatalogue.ClusterRedis, "valkey/valkey:8.1", User: 999, Replicas: 2, Port: 6379, OuterPort: 6379, PeerPorts: new([6379]), Data: null)
    {
        Secret = ClusterServers.Secret(Name),
        UnitSecret = ClusterServers.Secret(Name),
        Files = _ => Files(),
        Container = new([ServerObjects.Answers(6379)]),
    };

    private static IEnumerable<InputValue.Entry> Files() =>
    [
        new("start.sh", $$"""
            #!/bin/sh
            # The first pod takes what is written; the others follow it.
            set -eu
            umask 077
            password=$(cat {{Server.Secret.Folder}}/{{ClusterServers.Password}})
            printf 'requirepass %s\nmasterauth %s\n' "$password" "$password" > /tmp/auth.conf
            if [ "${HOSTNAME##*-}" != 0 ]; then
              printf 'replicaof {{Name}}-0.{{Name}}-pods 6379\n' >> /tmp/auth.conf
            fi
            exec valkey-server /etc/klotho/valkey.conf

            """.ReplaceLineEndings("\n")),
        new("valkey.conf", """
            include /tmp/auth.conf
            bind * -::*
            dir /tmp
            save ""
            appendonly no
            maxmemory 400mb
            maxmemory-policy allkeys-lru

            """.ReplaceLineEndings("\n")),
    ];
}

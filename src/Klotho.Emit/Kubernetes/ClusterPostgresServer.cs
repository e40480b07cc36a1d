using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;
using Klotho.Planning.Costs;

namespace Klotho.Emit.Kubernetes;

/// <summary>
/// PostgreSQL: the first pod is the primary, the second follows it. Nothing promotes the second by itself: two primaries would be
/// worse than none, and the first pod comes back with its volume.
/// </summary>
internal static class ClusterPostgresServer
{
    /// <summary>The database with the tables of key-value stores; ids begin with a letter, so it is no other store's.</summary>
    public const string KeyValues = "_kv";

    private const string Admin = "admin-password";
    private const string Name = "cluster-postgres";

    public static readonly ClusterServer Server = new(
        Name, "postgres", FacilityCatalogue.ClusterPostgres, "postgres:17", User: 999, Replicas: 2, Port: 5432, OuterPort: 5432, PeerPorts: new([5432]), Data: "/var/lib/postgresql/data")
    {
        Secret = ClusterServers.Secret(Name, new ClusterFile(Admin)),
        UnitSecret = ClusterServers.Secret(Name),
        Files = Files,
        Scratch = new([PodVolume.Scratch("run", "/var/run/postgresql")]),
        Container = new([ServerObjects.Probe(InputValue.Map.Of(new InputValue.Entry(
            "exec", InputValue.Map.Of(new InputValue.Entry("command", InputValue.List.Of("pg_isready", "-q", "-h", "127.0.0.1", "-U", "postgres"))))))]),
    };

    /// <summary>The database of a relational store.</summary>
    public static string DatabaseOf(NodeLowering node) => node.Name().Value.Replace('-', '_');

    private static IEnumerable<InputValue.Entry> Files(LoweringContext context) =>
    [
        new("pg_hba.conf", """
            local all all trust
            host all all 127.0.0.1/32 trust
            host replication postgres all scram-sha-256
            host all all all scram-sha-256

            """.ReplaceLineEndings("\n")),
        new("setup.sql", string.Concat(Databases(context).Select(name =>
            $"SELECT 'CREATE DATABASE {name} OWNER {ClusterServers.User}' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{name}') \\gexec\n")
            .Prepend($"ALTER ROLE {ClusterServers.User} PASSWORD :'password';\n")
            .Prepend($"SELECT 'CREATE ROLE {ClusterServers.User} LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ClusterServers.User}') \\gexec\n"))),
        new("start.sh", $$"""
            #!/bin/sh
            # The first pod is the primary and makes what is missing; the others begin as a copy of it and follow.
            set -eu
            secrets={{Server.Secret.Folder}}
            primary={{Name}}-0.{{Name}}-pods
            export PGDATA={{Server.Data}}/pgdata PGPASSFILE=/tmp/pgpass
            umask 077
            printf '*:*:*:postgres:%s\n' "$(cat $secrets/{{Admin}})" > /tmp/pgpass
            if [ "${HOSTNAME##*-}" = 0 ]; then
              (
                until pg_isready -q -h 127.0.0.1; do sleep 1; done
                psql -q -h 127.0.0.1 -U postgres -v ON_ERROR_STOP=1 -v password="$(cat $secrets/{{ClusterServers.Password}})" -f /etc/klotho/setup.sql
              ) &
            elif [ ! -s "$PGDATA/PG_VERSION" ]; then
              until pg_isready -q -h "$primary"; do sleep 2; done
              pg_basebackup -d "host=$primary user=postgres passfile=/tmp/pgpass" -D "$PGDATA" -X stream -R
            fi
            export POSTGRES_PASSWORD_FILE=$secrets/{{Admin}}
            exec docker-entrypoint.sh postgres -c hba_file=/etc/klotho/pg_hba.conf -c wal_keep_size=1GB -c max_connections=200

            """.ReplaceLineEndings("\n")),
    ];

    private static IEnumerable<string> Databases(LoweringContext context) => context.Hosted()
        .Select(hosted => hosted.Node)
        .Where(node => node.Decision.Facilities.Items.Contains(Server.Facility))
        .Select(node => node.Id.Kind == new NodeKind("orm") ? DatabaseOf(node) : KeyValues)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}

using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;
using Klotho.Planning.Costs;

namespace Klotho.Emit.Kubernetes;

/// <summary>RabbitMQ: three pods, of which one may fail without a message lost, for queues are kept by a majority of them.</summary>
internal static class RabbitServer
{
    private const string Name = "cluster-rabbitmq";
    private const string Cookie = "erlang-cookie";

    public static readonly ClusterServer Server = new(
        Name, "rabbitmq", FacilityCatalogue.ClusterBroker, "rabbitmq:4.1", User: 999, Replicas: 3, Port: 5672, OuterPort: 5671, PeerPorts: new([4369, 25672]), Data: "/var/lib/rabbitmq")
    {
        Secret = ClusterServers.Secret(Name, new ClusterFile(Cookie)),
        UnitSecret = ClusterServers.Secret(Name),
        Files = Files,
        IsCluster = true,
        Container = new([ServerObjects.Answers(5672), new("env", Environment())]),
    };

    private static InputValue.List Environment() => InputValue.List.Of(
        InputValue.Map.Of(new("name", "POD_NAME"), new("valueFrom", InputValue.Map.Of(new InputValue.Entry(
            "fieldRef", InputValue.Map.Of(new InputValue.Entry("fieldPath", "metadata.name")))))),
        InputValue.Map.Of(new("name", "RABBITMQ_NODENAME"), new("value", $"rabbit@$(POD_NAME).{Name}-pods")),
        InputValue.Map.Of(new("name", "RABBITMQ_USE_LONGNAME"), new("value", "true")),
        InputValue.Map.Of(new("name", "RABBITMQ_CONFIG_FILE"), new("value", "/etc/klotho/rabbitmq.conf")),
        InputValue.Map.Of(new("name", "RABBITMQ_ENABLED_PLUGINS_FILE"), new("value", "/etc/klotho/enabled_plugins")));

    private static IEnumerable<InputValue.Entry> Files(LoweringContext context) =>
    [
        new("definitions.json", new InputValue.Json(RabbitDefinitions.Of(context))),
        new("enabled_plugins", "[].\n"),
        new("rabbitmq.conf", string.Concat(Enumerable.Range(0, (int)Server.Replicas).Select(pod => $"cluster_formation.classic_config.nodes.{pod + 1} = rabbit@{Name}-{pod}.{Name}-pods\n")
            .Prepend("cluster_formation.peer_discovery_backend = classic_config\n")
            .Append("cluster_partition_handling = pause_minority\ndisk_free_limit.absolute = 1GB\nload_definitions = /tmp/definitions.json\nlog.console = true\nqueue_leader_locator = balanced\n"))),
        new("start.sh", $$"""
            #!/bin/sh
            # The cookie by which the pods know each other must be the owner's alone; the password is no file's but the secret's.
            set -eu
            umask 077
            cat {{Server.Secret.Folder}}/{{Cookie}} > /var/lib/rabbitmq/.erlang.cookie
            chmod 600 /var/lib/rabbitmq/.erlang.cookie
            sed "s/{{RabbitDefinitions.PasswordMark}}/$(cat {{Server.Secret.Folder}}/{{ClusterServers.Password}})/" /etc/klotho/definitions.json > /tmp/definitions.json
            exec docker-entrypoint.sh rabbitmq-server

            """.ReplaceLineEndings("\n")),
    ];
}

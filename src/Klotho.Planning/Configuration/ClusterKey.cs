using Klotho.Analysis.Collections;
using Klotho.Planning.Costs;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Configuration;

/// <summary>What klotho.yaml says of the cluster and of its servers.</summary>
public static class ClusterKey
{
    public const string Name = "kubernetes";

    private const string Created = "eks";
    private const string Existing = "existing";
    private const string InCluster = "in_cluster";
    private const string Public = "public";
    private const string Private = "private";

    private static readonly EquatableArray<(string Key, string Server, FacilityId Facility)> Servers = new(
    [
        ("postgres", "PostgreSQL", FacilityCatalogue.ClusterPostgres),
        ("redis", "Redis", FacilityCatalogue.ClusterRedis),
        ("rabbitmq", "RabbitMQ", FacilityCatalogue.ClusterBroker),
        ("objects", "the S3-compatible storage", FacilityCatalogue.ClusterObjects),
    ]);

    public static readonly MappingKey Spec = new(
        "Where the Kubernetes cluster and the servers in it come from.",
        Servers.Items
            .Select(server => new NamedKey(server.Key, Choice($"Whether {server.Server} runs in the cluster, or exists already and each stack says where.", InCluster, Existing, hasDefault: true)))
            .Prepend(new("endpoint", Choice("Whether the API of a cluster on EKS also answers those addresses of the internet that the stack names, or its own network only.", Public, Private, hasDefault: true)))
            .Prepend(new("cluster", Choice("Whether the program creates a cluster on EKS, or deploys to one that exists. Without it, what must be portable and uses no service of AWS goes to one that exists, everything else to EKS.", Created, Existing, hasDefault: false)))
            .ToEquatableArray());

    public static ClusterSettings Read(KlothoConfiguration configuration) => new(
        configuration.Find($"{Name}.cluster")?.Value.ToString() == Existing,
        Servers.Items
            .Where(server => configuration.Find($"{Name}.{server.Key}")?.Value.ToString() == Existing)
            .Select(server => server.Facility)
            .Order()
            .ToEquatableArray())
    {
        IsPrivate = configuration.Find($"{Name}.endpoint")?.Value.ToString() == Private,
    };

    /// <summary>
    /// The same for a plan: what must be portable, and calls no service of the provider, needs no cluster of the provider's either.
    /// Nobody has said so, therefore the plan still counts what a cluster costs.
    /// </summary>
    public static ClusterSettings Settle(KlothoConfiguration configuration, bool isPortable)
    {
        var settings = Read(configuration);
        var asked = configuration.Find($"{RequirementsKey.Name}.portability")?.Value.ToString() == "kubernetes";
        return settings with { Exists = settings.Exists || (isPortable && asked && configuration.Find($"{Name}.cluster") is null) };
    }

    private static ScalarKey Choice(string description, string first, string second, bool hasDefault) =>
        new(description, new ParameterValue.Text(first), hasDefault, Choices: new([new ParameterValue.Text(first), new ParameterValue.Text(second)]));
}

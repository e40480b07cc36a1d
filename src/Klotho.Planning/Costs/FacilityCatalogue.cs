using System.Collections.Concurrent;
using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Planning.Facts;

namespace Klotho.Planning.Costs;

/// <summary>Everything that several nodes share one of, with its fixed cost. A new kind is a line in <see cref="All"/>.</summary>
public static class FacilityCatalogue
{
    /// <summary>How many zones the private network spans, and with it whatever stands in each of them.</summary>
    public const int Zones = 2;

    public static readonly FacilityId Network = new("network");
    public static readonly FacilityId FargateCluster = new("fargate_cluster");
    public static readonly FacilityId UnitNames = new("unit_names");

    /// <summary>Whoever needs it has its data encrypted with it.</summary>
    public static readonly FacilityId OwnKey = new("own_key");

    public static readonly FacilityId Cluster = new("cluster");
    public static readonly FacilityId ClusterEntry = new("cluster_entry");
    public static readonly FacilityId ClusterPostgres = new("cluster_postgres");
    public static readonly FacilityId ClusterRedis = new("cluster_redis");
    public static readonly FacilityId ClusterBroker = new("cluster_broker");
    public static readonly FacilityId ClusterObjects = new("cluster_objects");
    public static readonly FacilityId Nat = new("nat");

    /// <summary>The services whose endpoints are routes and cost nothing (Amazon VPC User Guide: Gateway endpoints, 2026-11-22).</summary>
    private static readonly string[] Free = ["dynamodb", "s3"];

    /// <summary>Every option of every node names some of them.</summary>
    private static readonly ConcurrentDictionary<string, FacilityId> Endpoints = new(StringComparer.Ordinal);

    public static readonly EquatableArray<FacilityKind> All = new(
    [
        new("cluster", "the Kubernetes cluster", (_, sheet) => sheet
            .Standing("control plane", CostSheet.Hours, "eks.hour")
            .Standing("a small node in each of two zones for what every cluster runs", Zones * CostSheet.Hours, "ec2.t4g.medium")
            .Standing("their disks of 20 GB", Zones * 20, "ebs.storage")),
        new("cluster_broker", "the message broker in the cluster", (_, sheet) => sheet.Pods("three RabbitMQ servers", 3, 0.5m).Standing("their disks of 20 GB", 60, "ebs.storage")),
        new("cluster_entry", "the load balancer before the cluster", (_, sheet) => sheet
            .Standing("load balancer", CostSheet.Hours, "alb.hour")
            .Standing("public addresses", Zones * CostSheet.Hours, "public_address.hour")
            .Use("a tenth of a capacity unit", CostSheet.Hours / 10, "alb.capacity")),
        new("cluster_objects", "the S3-compatible server in the cluster", (_, sheet) => sheet.Pods("four servers", 4, 0.5m)),
        new("cluster_postgres", "the PostgreSQL servers in the cluster", (_, sheet) => sheet.Pods("a primary and a replica", 2, 0.5m).Standing("their disks of 20 GB", 40, "ebs.storage")),
        new("cluster_redis", "the Redis servers in the cluster", (_, sheet) => sheet.Pods("a primary and a replica", 2, 0.25m)),
        new("endpoint", "the network's endpoint for {0}", (service, sheet) => Free.Contains(service, StringComparer.Ordinal)
            ? sheet
            : sheet.Standing($"an endpoint in each of {Zones} zones", Zones * CostSheet.Hours, "endpoint.hour")),
        new("fargate_cluster", "the cluster of units on Fargate", (_, sheet) => sheet.Metrics("Container Insights", "insights.metrics")),
        new("load_balancer", "the internal load balancer of the unit {0}", (_, sheet) => sheet
            .Standing("load balancer", CostSheet.Hours, "alb.hour")
            .Use("a tenth of a capacity unit", CostSheet.Hours / 10, "alb.capacity")),
        new("nat", "the way out of the network, for what the cluster's nodes fetch", (_, sheet) => sheet
            .Standing("NAT gateway", CostSheet.Hours, "nat.hour")
            .Use("images and updates", 20, "nat.data")),
        new("network", "the private network", (_, sheet) => sheet),
        new("own_key", "the operator's own key", (_, sheet) => sheet.Standing("key", 1, "kms.key")),
        new("unit_names", "the private names by which units call each other", (_, sheet) => sheet.Standing("a private zone", 1, "zone")),
    ]);

    /// <summary>What everything in the cluster needs.</summary>
    public static readonly EquatableArray<FacilityId> AroundCluster = new([Cluster, Nat, Network]);

    public static FacilityId Endpoint(string service) => Endpoints.GetOrAdd(service, static service => new($"endpoint:{service}"));

    /// <summary>The load balancer through which an HTTP API reaches a unit inside the network.</summary>
    public static FacilityId LoadBalancer(string unit) => new($"load_balancer:{unit}");

    /// <summary>What the facility is and costs in a region.</summary>
    /// <exception cref="ArgumentException">No kind of that name is listed.</exception>
    public static Facility Find(FacilityId id, RegionFacts facts)
    {
        var parts = id.Name.Split(':', 2);
        var kind = All.Items.FirstOrDefault(kind => kind.Name == parts[0])
            ?? throw new ArgumentException($"There is no facility `{id}`.", nameof(id));
        var detail = parts.Length == 2 ? parts[1] : "";
        return new(id, string.Format(CultureInfo.InvariantCulture, kind.Title, detail), kind.Cost(detail, new(facts)).Total());
    }
}

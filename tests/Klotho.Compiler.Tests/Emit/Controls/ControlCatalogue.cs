namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>
/// The controls that every emitted program satisfies, and those that it leaves to the operator.
/// Ids: AWS Security Hub User Guide, AWS Foundational Security Best Practices; CloudWatch.16 is in NIST SP 800-53 only, S3.4 and SNS.1 were in the former and
/// are kept. Read 2026-11-22.
/// </summary>
internal static class ControlCatalogue
{
    public static readonly IReadOnlyList<Control> All = [.. Known()];

    /// <summary>What pods keep to.</summary>
    public static readonly IReadOnlyList<Control> OfPods = PodControls.All;

    public static readonly IReadOnlyList<Control> Everything = [.. All, .. OfPods];

    /// <summary>What is not satisfied by default: why, and what satisfies it.</summary>
    public static readonly IReadOnlyList<(string Id, string Asks, string Why, string Instead)> NotByDefault =
    [
        ("APIGateway.8", "Each route asks for an authorization", "the application authorizes its callers itself; only Klotho's own endpoints ask for a permission, which nobody has", "`Customize.cs`"),
        ("CloudFront.4", "A distribution has a second origin", "one region, one bucket", "`Customize.cs`"),
        ("CloudFront.6", "A distribution has a firewall", "it costs by the month and the request", "`waf: true`"),
        ("CloudFront.7", "A distribution has a certificate of one's own", "it takes a domain of one's own", "`domain`"),
        ("ECR.2", "Tags of images never move", "units run an image by its digest, which never moves; the tag `latest` only names the newest for people", "`Customize.cs`"),
        ("EKS.1", "A cluster's API is not on the internet", "whoever deploys puts objects into the cluster from outside of its network; it answers the addresses of `cluster_access` only, which each stack sets, and nodes and pods from within", "`kubernetes: {endpoint: private}`, and deploying from within the network"),
        ("ELB.1", "A load balancer sends plain HTTP to HTTPS", "inside the network it is one of a unit, and TLS ends at the gateway; on the internet it takes a domain of one's own", "`domain` of a gateway of type `alb`"),
        ("ElastiCache.1", "A cache is backed up", "a cache can be filled again", "`snapshot_retention_days`"),
        ("ElastiCache.3", "A cache fails over by itself", "it takes a second node", "`replicas: 1`, or a requirement of availability"),
        ("RDS.5", "A database is in two zones", "it doubles the price", "`multi_az: true`, or a requirement of availability"),
        ("RDS.6", "A database reports on its machine", "a role and a price of its own; the usual metrics are there", "`Customize.cs`"),
        ("S3.9", "A bucket logs requests", "a second bucket and a price by the request; CloudTrail can record them for the whole account", "`Customize.cs`"),
        ("SNS.2", "A topic logs deliveries", "SQS takes every message; what a unit cannot handle is kept as a dead letter", "`Customize.cs`"),
        ("SecretsManager.1", "A secret is rotated by itself", "the operator owns its value: the program neither knows nor sets it", "`Customize.cs`"),
    ];

    private static IEnumerable<Control> Known() =>
    [
        .. S3Controls.All,
        .. StoreControls.All,
        .. DatabaseControls.All,
        .. DatabaseControls.OfClusters,
        .. MessagingControls.All,
        .. UnitControls.All,
        .. NetworkControls.All,
        .. ClusterControls.All,
        .. WebControls.All,
        .. RoleControls.All,
    ];
}

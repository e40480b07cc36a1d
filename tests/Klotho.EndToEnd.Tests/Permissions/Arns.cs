namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>ARNs in the account and region of the emulators. Resources have the names that the program calls them by.</summary>
internal static class Arns
{
    public const string Region = "eu-central-1";
    public const string Account = "000000000000";

    public static string Bucket(string name) => $"arn:aws:s3:::{name}";

    public static string Table(string name) => Of("dynamodb", $"table/{name}");

    public static string Topic(string name) => Of("sns", name);

    public static string Queue(string name) => Of("sqs", name);

    public static string Secret(string name) => Of("secretsmanager", $"secret:{name}");

    public static string Parameter(string name) => Of("ssm", $"parameter/{name}");

    public static string Function(string name) => Of("lambda", $"function:{name}");

    public static string ScheduleGroup(string account) => $"arn:aws:scheduler:{Region}:{account}:schedule-group/default";

    public static string Bus(string name) => Of("events", $"event-bus/{name}");

    /// <summary>A user of a PostgreSQL server of RDS.</summary>
    public static string DatabaseUser(string server, string user) => Of("rds-db", $"dbuser:{server}/{user}");

    /// <summary>Nodes in memory: of <c>elasticache</c> or <c>memorydb</c>.</summary>
    public static string Nodes(string service, string name) => Of(service, service == "memorydb" ? $"cluster/{name}" : $"replicationgroup:{name}");

    public static string NodesUser(string service, string name) => Of(service, service == "memorydb" ? $"user/{name}" : $"user:{name}");

    /// <summary>The ARN of an emitted resource, or what ARNs name it by.</summary>
    public static string Of(string name, string type, string output) => (type, output) switch
    {
        ("aws:s3/bucket:Bucket", "arn") => Bucket(name),
        ("aws:dynamodb/table:Table", "arn") => Table(name),
        ("aws:sns/topic:Topic", "arn") => Topic(name),
        ("aws:sqs/queue:Queue", "arn") => Queue(name),
        ("aws:cloudwatch/logGroup:LogGroup", "arn") => Of("logs", $"log-group:{name}"),
        ("aws:ecr/repository:Repository", "arn") => Of("ecr", $"repository/{name}"),
        ("aws:cloudfront/distribution:Distribution", "arn") => $"arn:aws:cloudfront::{Account}:distribution/{name}",
        ("aws:lambda/function:Function", "arn") => Function(name),
        ("aws:cloudwatch/eventBus:EventBus", "arn") => Bus(name),
        ("aws:cloudwatch/eventRule:EventRule", "arn") => Of("events", $"rule/{name}"),
        ("aws:elasticache/replicationGroup:ReplicationGroup", "arn") => Nodes("elasticache", name),
        ("aws:elasticache/user:User", "arn") => NodesUser("elasticache", name),
        ("aws:memorydb/cluster:Cluster", "arn") => Nodes("memorydb", name),
        ("aws:memorydb/user:User", "arn") => NodesUser("memorydb", name),
        ("aws:rds/instance:Instance", "resourceId") => name,
        ("aws:secretsmanager/secret:Secret", "arn") => Secret(name),
        ("aws:ssm/parameter:Parameter", "arn") => Parameter(name),
        _ => throw new InvalidOperationException($"No ARN is known for {name}.{output} of {type}."),
    };

    private static string Of(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";
}

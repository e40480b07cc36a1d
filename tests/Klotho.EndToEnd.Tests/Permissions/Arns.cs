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

    /// <summary>The ARN of an emitted resource.</summary>
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
        ("aws:secretsmanager/secret:Secret", "arn") => Secret(name),
        ("aws:ssm/parameter:Parameter", "arn") => Parameter(name),
        _ => throw new InvalidOperationException($"No ARN is known for {name}.{output} of {type}."),
    };

    private static string Of(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";
}

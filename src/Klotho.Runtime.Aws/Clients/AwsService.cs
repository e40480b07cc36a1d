namespace Klotho.Aws;

/// <summary>A service of AWS as its clients must name it.</summary>
/// <param name="Id">Its id in the SDK's configuration: <c>AWS_ENDPOINT_URL_SQS</c> sets the endpoint of <c>SQS</c>.</param>
/// <param name="Name">Its name in signatures and in the names of its endpoints.</param>
/// <param name="Version">The version of its API.</param>
internal sealed record AwsService(string Id, string Name, string Version)
{
    // Source: docs.aws.amazon.com/general/latest/gr/sqs-service.html and sns.html, 2026-11-22.
    public static AwsService Sqs { get; } = new("SQS", "sqs", "2012-11-05");

    // docs.aws.amazon.com/general/latest/gr/asm.html and ssm.html, 2026-11-22.
    public static AwsService SecretsManager { get; } = new("Secrets Manager", "secretsmanager", "2017-10-17");

    public static AwsService Ssm { get; } = new("SSM", "ssm", "2014-11-06");

    // docs.aws.amazon.com/general/latest/gr/ev.html, 2026-11-22.
    public static AwsService EventBridge { get; } = new("EventBridge", "events", "2015-10-07");

    public static AwsService Sns { get; } = new("SNS", "sns", "2010-03-31");
}

using System.Diagnostics.CodeAnalysis;

namespace Klotho.Aws;

/// <summary>
/// The name of a resource of AWS: <c>arn:partition:service:region:account:resource</c>
/// (docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html, 2026-11-22).
/// </summary>
/// <param name="Text">The whole name.</param>
/// <param name="Service">The service, <c>sqs</c>.</param>
/// <param name="Region">The region, <c>eu-central-1</c>.</param>
/// <param name="Account">The account's number.</param>
/// <param name="Resource">The resource; for queues and topics its name.</param>
public sealed record Arn(string Text, string Service, string Region, string Account, string Resource)
{
    /// <summary>Whether it is a topic or queue that keeps an order: its name says so, and no other may end like that.</summary>
    public bool IsFifo => Resource.EndsWith(".fifo", StringComparison.Ordinal);

    /// <summary>Reads a name that has a region and an account; false if it is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Arn? arn)
    {
        arn = text?.Split(':', 6) is ["arn", { Length: > 0 }, { Length: > 0 } service, { Length: > 0 } region, { Length: > 0 } account, { Length: > 0 } resource]
            ? new Arn(text, service, region, account, resource)
            : null;
        return arn is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Text;
}

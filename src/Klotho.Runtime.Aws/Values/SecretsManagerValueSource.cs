using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Reads secrets of AWS Secrets Manager: <c>secretsmanager://ARN</c>.</summary>
internal sealed class SecretsManagerValueSource(IAwsClients clients) : AwsValueSource
{
    public override string Scheme => "secretsmanager";

    public override void Check(ResourceBinding reference) => ArnOf(reference);

    protected override async ValueTask<string> FetchAsync(ResourceBinding reference, CancellationToken cancel)
    {
        var secret = ArnOf(reference);
        return await clients.SecretsManager(secret.Region).ReadAsync(secret, cancel)
            ?? throw new InvalidOperationException($"{reference.Key} refers to {Scheme}://{reference.Target}, which holds bytes and no text.");
    }

    private static Arn ArnOf(ResourceBinding reference) => Arn.TryParse(reference.Target, out var arn) && arn.Service == "secretsmanager"
        ? arn
        : throw reference.Malformed("secretsmanager://arn, such as secretsmanager://arn:aws:secretsmanager:eu-central-1:123456789012:secret:key-AbCdEf");
}

namespace Klotho.Aws;

/// <summary>AWS Secrets Manager over its JSON protocol.</summary>
internal sealed class SecretsManagerClient(AwsClientConfig config)
    : AwsClient(AwsService.SecretsManager, JsonProtocol.Instance, config), ISecretsManagerClient
{
    public SecretsManagerClient(string region)
        : this(new AwsClientConfig(AwsService.SecretsManager, region))
    {
    }

    public async ValueTask<string?> ReadAsync(Arn secret, CancellationToken cancel) => JsonProtocol.Text(
        await SendAsync(JsonProtocol.Call11("secretsmanager", "GetSecretValue", json => json.WriteString("SecretId", secret.Text)), cancel),
        "SecretString");
}

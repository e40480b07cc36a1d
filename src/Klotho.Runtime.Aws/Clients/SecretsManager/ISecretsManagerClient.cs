namespace Klotho.Aws;

/// <summary>
/// The operation of AWS Secrets Manager that the runtime needs. An application that has the provider's own package may register an
/// adapter through <see cref="IAwsClients"/>.
/// </summary>
public interface ISecretsManagerClient
{
    /// <summary>Reads the current version of a secret's text (at most 64 KiB; docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html, 2026-11-22).</summary>
    /// <param name="secret">The secret's ARN.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The text; null where the secret holds bytes.</returns>
    /// <exception cref="Amazon.Runtime.AmazonServiceException">The service refuses, or the secret has no value yet.</exception>
    ValueTask<string?> ReadAsync(Arn secret, CancellationToken cancel);
}

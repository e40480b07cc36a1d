namespace Klotho.Emit.Capabilities.Persist.Secret;

/// <summary>The Secrets Manager actions behind <c>ISecret</c> (Service Authorization Reference: AWS Secrets Manager, read 2026-11-22).</summary>
internal static class SecretActions
{
    public static readonly OperationActions SecretsManager = new(new([new("ISecret.ReadAsync", "secretsmanager:GetSecretValue")]));
}

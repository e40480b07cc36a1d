namespace Klotho.Emit.Capabilities.Persist.Secret;

/// <summary>The actions behind <c>ISecret</c> (Service Authorization Reference: AWS Secrets Manager, AWS Systems Manager, read 2026-11-22).</summary>
internal static class SecretActions
{
    public static readonly OperationActions SecretsManager = new(new([new("ISecret.ReadAsync", "secretsmanager:GetSecretValue")]));

    /// <summary>
    /// No action of KMS: the policy of the key <c>aws/ssm</c> itself lets the account's callers of Systems Manager decrypt
    /// (AWS Systems Manager User Guide: SecureString parameters and KMS).
    /// </summary>
    public static readonly OperationActions ParameterStore = new(new([new("ISecret.ReadAsync", "ssm:GetParameter")]));
}

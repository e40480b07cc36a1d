using Klotho.Runtime.Tests.Aws;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>
/// Secrets Manager and Parameter Store, of which there is no emulator: a stand-in of ours that answers as their API references describe
/// (GetSecretValue, GetParameter), with the same value for every name.
/// </summary>
internal static class ParameterValues
{
    public const string OfSecret = "text of a secret";
    public const string OfParameter = "text of a parameter";

    public static Task<ScriptedService> StartAsync() => ScriptedService.StartAsync(body => (200, body.Contains("SecretId", StringComparison.Ordinal)
        ? $$"""{"Name":"of whichever","SecretString":"{{OfSecret}}"}"""
        : $$$"""{"Parameter":{"Name":"of whichever","Type":"String","Value":"{{{OfParameter}}}"}}"""));
}

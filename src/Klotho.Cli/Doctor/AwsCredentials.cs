namespace Klotho.Cli.Doctor;

/// <summary>Whether there is something that AWS's tools take credentials from. What it holds is neither read nor tried.</summary>
internal sealed class AwsCredentials : IPrerequisite
{
    // In the order in which AWS's SDKs look (docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html, 2026-11-22).
    private static readonly string[] Variables =
    [
        "AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    ];

    public Task<Finding> FindAsync(string directory, CancellationToken cancel)
    {
        var source = Variables.FirstOrDefault(IsSet) ?? Files().FirstOrDefault(File.Exists) switch
        {
            null => null,
            var file => $"~/.aws/{Path.GetFileName(file)}",
        };
        var region = IsSet("AWS_REGION") || IsSet("AWS_DEFAULT_REGION") ? "" : "; no region in the environment, so each stack says its own";
        return Task.FromResult(source is null
            ? new Finding("AWS credentials", Need.Deploying, false, "none found", Purpose, "aws configure sso, or set AWS_PROFILE")
            : new Finding("AWS credentials", Need.Deploying, true, $"from {source}{region}", Purpose, ""));
    }

    private static string Purpose => "deploying to AWS";

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    private static IEnumerable<string> Files()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws");
        return [Path.Combine(folder, "credentials"), Path.Combine(folder, "config")];
    }
}

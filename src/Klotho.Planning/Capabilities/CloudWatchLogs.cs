namespace Klotho.Planning.Capabilities;

/// <summary>What CloudWatch Logs allows, for every candidate that writes logs.</summary>
internal static class CloudWatchLogs
{
    /// <summary>The only retentions that <c>PutRetentionPolicy</c> accepts (CloudWatch Logs API Reference, 2026-11-22).</summary>
    public static readonly long[] RetentionDays =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];
}

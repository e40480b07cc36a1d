namespace Klotho.Emit.Capabilities;

/// <summary>What the network's own services need (Amazon VPC User Guide: IAM role for publishing flow logs to CloudWatch Logs, 2026-11-22; the log group exists already).</summary>
internal static class NetworkActions
{
    public static readonly string[] WriteFlows = ["logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:PutLogEvents"];
}

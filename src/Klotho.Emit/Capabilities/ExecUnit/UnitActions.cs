namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>What Lambda itself needs (Service Authorization Reference: AWS Lambda, Amazon CloudWatch Logs, Amazon EC2, AWS X-Ray, read 2026-11-22).</summary>
internal static class UnitActions
{
    public static readonly string[] WriteLogs = ["logs:CreateLogStream", "logs:PutLogEvents"];

    /// <summary>A function URL checks both this and <see cref="BehindUrl"/> (AWS Lambda Developer Guide: Control access to function URLs, read 2026-11-22).</summary>
    public static readonly string[] CallUrl = ["lambda:InvokeFunctionUrl"];

    public static readonly string[] BehindUrl = ["lambda:InvokeFunction"];

    /// <summary>To send what X-Ray records. Traces are no resources, so these can be given only on all.</summary>
    public static readonly string[] WriteTraces = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    /// <summary>To see networks. EC2 knows nothing narrower for these than all.</summary>
    public static readonly string[] SeeNetwork = ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"];

    /// <summary>
    /// To join one. Lambda makes the interface, so none exists before; it asks for everything of EC2's in the account and region
    /// (AWS Lambda Developer Guide: Giving Lambda functions access to resources in an Amazon VPC, read 2026-11-22).
    /// </summary>
    public static readonly string[] JoinNetwork =
        ["ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:UnassignPrivateIpAddresses"];
}

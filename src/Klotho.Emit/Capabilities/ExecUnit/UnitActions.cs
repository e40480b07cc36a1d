namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>What Lambda itself needs (Service Authorization Reference: AWS Lambda, Amazon CloudWatch Logs, Amazon EC2, read 2026-11-22).</summary>
internal static class UnitActions
{
    public static readonly string[] WriteLogs = ["logs:CreateLogStream", "logs:PutLogEvents"];

    /// <summary>A function URL checks both.</summary>
    public static readonly string[] Call = ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"];

    /// <summary>To join a network. These name no resource that exists before, so they can be given only on all.</summary>
    public static readonly string[] JoinNetwork =
    [
        "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:UnassignPrivateIpAddresses",
    ];
}

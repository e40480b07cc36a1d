namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>
/// What Fargate needs to start a task (Service Authorization Reference: Amazon Elastic Container Registry, AWS Systems Manager;
/// Amazon ECS Developer Guide: task execution IAM role, read 2026-11-22).
/// </summary>
internal static class FargateActions
{
    /// <summary>Names no resource, so it can be given only on all.</summary>
    public static readonly string[] LogIn = ["ecr:GetAuthorizationToken"];

    public static readonly string[] Pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

    public static readonly string[] ReadSecrets = ["ssm:GetParameters"];
}

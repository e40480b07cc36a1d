using System.Globalization;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>The task: one container that runs the unit's image.</summary>
internal static class FargateTask
{
    /// <summary>
    /// Longer than the 30 seconds in which an ASP.NET Core host ends what is in flight, so that no message is cut off.
    /// </summary>
    private const int StopSeconds = 60;

    /// <summary>
    /// Asks the process itself, with what every Debian or Ubuntu image has: the images of ASP.NET Core hold neither curl nor wget.
    /// </summary>
    private const string IsHealthy =
        $@"exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET {HealthCheck.Path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 && read -r _ status _ <&3 && [ $status = 200 ]";

    /// <summary>The user of the images of ASP.NET Core, <c>$APP_UID</c>.</summary>
    private const string User = "1654";

    /// <summary>The volume for /tmp; the image declares the folder as a volume too, so that the user may write to it.</summary>
    private const string Temporary = "tmp";

    /// <summary>GB that come with each task (Amazon ECS Developer Guide: Fargate task ephemeral storage, 2026-11-22).</summary>
    private const long StorageIncluded = 20;

    private static readonly InputValue.Lookup Region = new(new("aws:index/getRegion:getRegion"), "region");

    public static Resource Resource(NodeLowering node, IReadOnlyList<UnitAccess> accesses) =>
        node.Resource("task", "aws:ecs/taskDefinition:TaskDefinition", InputValue.Map.Of(
        [
            new("family", $"{node.Context.Graph.App}-{node.Id.Name}"),
            new("requiresCompatibilities", InputValue.List.Of("FARGATE")),
            new("networkMode", "awsvpc"),
            new("cpu", Text(node.Whole("cpu"))),
            new("memory", Text(node.Whole("memory"))),
            new("runtimePlatform", InputValue.Map.Of(
                new("operatingSystemFamily", "LINUX"),
                new("cpuArchitecture", node.Text("architecture") == "arm64" ? "ARM64" : "X86_64"))),
            .. node.Whole("ephemeral_storage") is > StorageIncluded and var storage
                ? [new("ephemeralStorage", InputValue.Map.Of(new InputValue.Entry("sizeInGib", storage)))]
                : Array.Empty<InputValue.Entry>(),
            new("taskRoleArn", new InputValue.Reference(node.Name("role"), "arn")),
            new("executionRoleArn", new InputValue.Reference(node.Name("host-role"), "arn")),
            new("volumes", InputValue.List.Of(InputValue.Map.Of(new InputValue.Entry("name", Temporary)))),
            new("containerDefinitions", new InputValue.Json(InputValue.List.Of(Container(node, accesses)))),
        ]),
            comment: "The container's own health check needs bash in the image; its task is replaced when it fails. The process may write to /tmp and nowhere else.");

    private static InputValue.Map Container(NodeLowering node, IReadOnlyList<UnitAccess> accesses) => InputValue.Map.Of(
    [
        new("name", node.Id.Name),
        new("image", new InputValue.Reference(node.Name("image"), "ref")),
        new("essential", true),
        new("user", User),
        new("readonlyRootFilesystem", true),
        new("mountPoints", InputValue.List.Of(InputValue.Map.Of(new("sourceVolume", Temporary), new("containerPath", "/tmp")))),
        new("linuxParameters", InputValue.Map.Of(
            new("initProcessEnabled", true),
            new("capabilities", InputValue.Map.Of(new InputValue.Entry("drop", InputValue.List.Of("ALL")))))),
        new("portMappings", InputValue.List.Of(InputValue.Map.Of(new("containerPort", FargateLowering.Port), new("protocol", "tcp")))),
        new("environment", InputValue.List.Of(Environment(node, accesses))),
        .. FargateShared.NeedsToken(node)
            ? [new("secrets", InputValue.List.Of(InputValue.Map.Of(new("name", "Klotho__UnitToken"), new("valueFrom", FargateShared.Token))))]
            : Array.Empty<InputValue.Entry>(),
        new("healthCheck", InputValue.Map.Of(
            new("command", InputValue.List.Of("CMD", "bash", "-c", IsHealthy)),
            new("interval", 10),
            new("timeout", 5),
            new("retries", 3),
            new("startPeriod", 60))),
        new("stopTimeout", StopSeconds),
        new("logConfiguration", InputValue.Map.Of(
            new("logDriver", "awslogs"),
            new("options", InputValue.Map.Of(
                new("awslogs-group", new InputValue.Reference(node.Name("logs"), "name")),
                new("awslogs-region", Region),
                new("awslogs-stream-prefix", node.Id.Name))))),
    ]);

    private static IEnumerable<InputValue> Environment(NodeLowering node, IEnumerable<UnitAccess> accesses) =>
        accesses.SelectMany(access => access.Environment.Items)
            .Concat(EnvironmentVariable.OfUnit(node.Id.Name))
            .Append(new("ASPNETCORE_HTTP_PORTS", Text(FargateLowering.Port)))
            .Append(new("AWS_REGION", Region))
            .DistinctBy(variable => variable.Name)
            .OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(variable => InputValue.Map.Of(new("name", variable.Name), new("value", variable.Value)));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}

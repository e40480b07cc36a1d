using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>Functions, tasks and images.</summary>
internal static class UnitControls
{
    private const string Function = "aws:lambda/function:Function";
    private const string Permission = "aws:lambda/permission:Permission";
    private const string Task = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Service = "aws:ecs/service:Service";
    private const string Repository = "aws:ecr/repository:Repository";

    public static readonly IReadOnlyList<Control> All =
    [
        new("Lambda.1", "Nobody unknown invokes a function", Permission,
            permission => permission.Text("principal") != "*" && permission.Values("sourceArn").Count > 0, permission => permission.Without("sourceArn")),
        new("Lambda.2", "Functions bring their own runtime, in an image", Function,
            function => function.Text("packageType") == "Image", function => function.With("packageType", "Zip")),
        new("Lambda.5", "Functions in a network have two zones of it", Function,
            function => function.Values("vpcConfig.subnetIds").Count >= 2, function => function.With("vpcConfig.subnetIds", InputValue.List.Of("one")))
        {
            Concerns = function => function.Values("vpcConfig").Count > 0,
        },
        new("ECS.1", "Tasks have a network of their own", Task, task => task.Text("networkMode") == "awsvpc", task => task.With("networkMode", "host")),
        Control.Truth("ECS.2", "Tasks have no public address", Service, "networkConfiguration.assignPublicIp", value: false),
        new("ECS.3", "Tasks don't see other processes of the host", Task, task => task.Text("pidMode") != "host", task => task.With("pidMode", "host")),
        Control.Off("ECS.4", "Containers have no privileges", Task, "containerDefinitions.privileged"),
        Control.Truth("ECS.5", "Containers can't change their own files", Task, "containerDefinitions.readonlyRootFilesystem"),
        new("ECS.8", "No secret is in the environment", Task,
            task => !task.Values("containerDefinitions.environment").OfType<InputValue.Map>().Any(variable => variable.Find("value") is InputValue.Setting { Secret: true } || IsKey(variable)),
            task => task.With("containerDefinitions.environment", InputValue.List.Of(InputValue.Map.Of(new("name", "AWS_SECRET_ACCESS_KEY"), new("value", "x"))))),
        Control.Given("ECS.9", "Containers write logs", Task, "containerDefinitions.logConfiguration"),
        new("ECS.10", "Services run on the latest platform", Service, service => service.Text("platformVersion") is "" or "LATEST", service => service.With("platformVersion", "1.3.0")),
        new("ECS.12", "Clusters are observed", "aws:ecs/cluster:Cluster", cluster => cluster.Text("settings.value").Contains("enabled", StringComparison.Ordinal)
            || cluster.Text("settings.value").Contains("enhanced", StringComparison.Ordinal), cluster => cluster.With("settings", InputValue.List.Of())),
        new("ECS.20", "Containers run as a user without rights", Task,
            task => task.Text("containerDefinitions.user") is not ("" or "0" or "root"), task => task.With("containerDefinitions.user", "0")),
        Control.Truth("ECR.1", "Images are scanned when they arrive", Repository, "imageScanningConfiguration.scanOnPush"),
        new("ECR.3", "Old images go", Repository,
            repository => repository.Related("aws:ecr/lifecyclePolicy:LifecyclePolicy", "repository").Any(),
            repository => repository.WithoutRelated("aws:ecr/lifecyclePolicy:LifecyclePolicy", "repository")),
    ];

    private static bool IsKey(InputValue.Map variable) =>
        variable.Find("name") is InputValue.Text { Value: "AWS_ACCESS_KEY_ID" or "AWS_SECRET_ACCESS_KEY" or "ECS_ENGINE_AUTH_DATA" };
}

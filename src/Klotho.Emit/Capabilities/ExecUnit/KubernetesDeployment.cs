using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>The workload: pods that are replaced one by one, scaled by their load, and kept when nodes are drained.</summary>
internal static class KubernetesDeployment
{
    private const int TargetPercent = 60;

    private static readonly InputValue.Lookup Region = new(new("aws:index/getRegion:getRegion"), "region");

    public static Resource Resource(NodeLowering node, IReadOnlyList<UnitAccess> accesses)
    {
        var unit = ClusterObject.Of(node);
        return unit.For(node, null, "kubernetes:apps/v1:Deployment",
        [
            unit.Metadata(),
            new("spec", InputValue.Map.Of(
            [
                .. IsScaled(node) ? Array.Empty<InputValue.Entry>() : [new("replicas", node.Whole("min_count"))],
                new("revisionHistoryLimit", 3),
                new("selector", InputValue.Map.Of(new InputValue.Entry("matchLabels", unit.Selector))),
                new("strategy", InputValue.Map.Of(
                    new("type", "RollingUpdate"),
                    new("rollingUpdate", InputValue.Map.Of(new("maxUnavailable", 0), new("maxSurge", 1))))),
                new("template", Pods.Template(unit, Shape(node, accesses, Serving(), KeepsNoTime(node)))),
            ])),
        ], new(DependsOn: CallsProvider(accesses) ? new([node.Name("identity"), node.Name("permissions")]) : default));
    }

    /// <summary>Pods that run once: those of <paramref name="schedule"/>, which run the unit's image as its account.</summary>
    public static InputValue.Map Once(NodeLowering node, ClusterObject schedule, string id, IReadOnlyList<UnitAccess> accesses) =>
        Pods.Template(
            schedule,
            Shape(node, accesses, [], new EnvironmentVariable("Klotho__RunSchedule", id)) with { Account = ClusterObject.Of(node).Name },
            new InputValue.Entry("restartPolicy", "Never"));

    private static PodShape Shape(NodeLowering node, IReadOnlyList<UnitAccess> accesses, IEnumerable<InputValue.Entry> serving, params IEnumerable<EnvironmentVariable> more) =>
        new(
            new InputValue.Reference(node.Name("image"), "ref"),
            User: 1654,
            Container: new(
            [
                .. serving,
                new("env", InputValue.List.Of(Environment(node, accesses, more))),
                new("resources", InputValue.Map.Of(
                    new("requests", InputValue.Map.Of(new("cpu", $"{Text(node.Whole("cpu"))}m"), new("memory", $"{Text(node.Whole("memory"))}Mi"))),
                    new("limits", InputValue.Map.Of(new InputValue.Entry("memory", $"{Text(node.Whole("memory"))}Mi"))))),
            ]),
            Volumes: accesses.SelectMany(access => access.Files.Items).Distinct().OrderBy(files => files.Name, StringComparer.Ordinal)
                .Select(PodVolume.Of)
                .Prepend(PodVolume.Scratch("tmp", "/tmp"))
                .ToEquatableArray())
        {
            Architecture = KubernetesImage.Architecture(node),
        };

    public static Resource Service(NodeLowering node)
    {
        var unit = ClusterObject.Of(node);
        return unit.For(node, "service", "kubernetes:core/v1:Service",
        [
            unit.Metadata(),
            new("spec", InputValue.Map.Of(
                new("selector", unit.Selector),
                new("ports", InputValue.List.Of(InputValue.Map.Of(
                    new("name", "http"), new("port", ClusterParts.Port), new("targetPort", "http"), new("protocol", "TCP")))))),
        ]);
    }

    public static IEnumerable<Resource> Scaling(NodeLowering node)
    {
        var unit = ClusterObject.Of(node);
        if (IsScaled(node))
        {
            yield return unit.For(node, "scaling", "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
            [
                unit.Metadata(),
                new("spec", InputValue.Map.Of(
                    new("scaleTargetRef", InputValue.Map.Of(new("apiVersion", "apps/v1"), new("kind", "Deployment"), new("name", unit.Name))),
                    new("minReplicas", node.Whole("min_count")),
                    new("maxReplicas", node.Whole("max_count")),
                    new("metrics", InputValue.List.Of(InputValue.Map.Of(
                        new("type", "Resource"),
                        new("resource", InputValue.Map.Of(
                            new("name", "cpu"),
                            new("target", InputValue.Map.Of(new("type", "Utilization"), new("averageUtilization", TargetPercent)))))))))),
            ]);
        }

        yield return unit.For(node, "disruptions", "kubernetes:policy/v1:PodDisruptionBudget",
        [
            unit.Metadata(),
            new("spec", InputValue.Map.Of(
                new("maxUnavailable", 1),
                new("selector", InputValue.Map.Of(new InputValue.Entry("matchLabels", unit.Selector))))),
        ]);
    }

    private static bool IsScaled(NodeLowering node) => node.Whole("max_count") > node.Whole("min_count");

    private static IEnumerable<InputValue.Entry> Serving() =>
    [
        new("ports", InputValue.List.Of(InputValue.Map.Of(new("name", "http"), new("containerPort", ClusterParts.Port), new("protocol", "TCP")))),
        new("startupProbe", Probe(period: 2, failures: 60)),
        new("readinessProbe", Probe(period: 5, failures: 2)),
        new("livenessProbe", Probe(period: 10, failures: 6)),

        // Whoever sends requests is told of the end a little later than the process is.
        new("lifecycle", InputValue.Map.Of(new InputValue.Entry("preStop", InputValue.Map.Of(
            new InputValue.Entry("sleep", InputValue.Map.Of(new InputValue.Entry("seconds", 5))))))),
    ];

    private static InputValue.Map Probe(int period, int failures) => InputValue.Map.Of(
        new("httpGet", InputValue.Map.Of(new("path", HealthCheck.Path), new("port", "http"))),
        new("periodSeconds", period),
        new("timeoutSeconds", 3),
        new("failureThreshold", failures));

    /// <summary>Whether the unit's code calls services of the provider, for which its pods need credentials.</summary>
    public static bool CallsProvider(IEnumerable<UnitAccess> accesses) => accesses.Any(access => access.Statements.Count > 0);

    /// <summary>Where cron jobs run the unit's methods, its pods must not do so too.</summary>
    private static IEnumerable<EnvironmentVariable> KeepsNoTime(NodeLowering node) =>
        ClusterUnits.PodNames(node.Context, node.Id).Skip(1).Any() ? [new("Klotho__Schedules", "external")] : [];

    private static IEnumerable<InputValue> Environment(NodeLowering node, IReadOnlyList<UnitAccess> accesses, IEnumerable<EnvironmentVariable> more) =>
        accesses.SelectMany(access => access.Environment.Items)
            .Concat(more)
            .Concat(EnvironmentVariable.OfUnit(node.Id.Name))
            .Append(new("ASPNETCORE_HTTP_PORTS", Text(ClusterParts.Port)))
            .Concat(CallsProvider(accesses) ? [new EnvironmentVariable("AWS_REGION", Region)] : [])
            .DistinctBy(variable => variable.Name)
            .OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(InputValue (variable) => InputValue.Map.Of(new("name", variable.Name), new("value", variable.Value)))
            .Concat(KubernetesLowering.TokenVariable(node));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}

using Klotho.Analysis.Capabilities.Schedule;
using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities.ExecUnit;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Schedule;

/// <summary>A cron job that runs the annotated method once in a pod of its own, from the unit's image and as the unit's account.</summary>
public sealed class CronJobLowering : ClusterLowering
{
    public override CandidateType Candidate => new("cron_job");

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var job = ClusterObject.Of(node);
        var unit = ClusterUnits.Of(node.Context).First(unit => unit.Id == UnitOf(node));
        var accesses = node.Context.AccessesOf(unit.Id).Select(use => use.Access).ToList();
        yield return job.For(node, null, "kubernetes:batch/v1:CronJob",
        [
            job.Metadata(),
            new("spec", InputValue.Map.Of(
                new("schedule", ((ScheduleNode)node.Node).Cron),
                new("timeZone", "Etc/UTC"),
                new("suspend", !node.Truth("enabled")),
                new("concurrencyPolicy", "Forbid"),
                new("startingDeadlineSeconds", 600),
                new("successfulJobsHistoryLimit", 1),
                new("failedJobsHistoryLimit", 3),
                new("jobTemplate", InputValue.Map.Of(new InputValue.Entry("spec", InputValue.Map.Of(
                    new("backoffLimit", node.Whole("retry_attempts")),
                    new("template", KubernetesDeployment.Once(unit, job, node.Id.Name, accesses)))))))),
        ]);
        yield return job.For(node, "network", "kubernetes:networking.k8s.io/v1:NetworkPolicy", NetworkRules.Policy(job, [], KubernetesNetwork.Outgoing(accesses)));
    }

    private static NodeId UnitOf(NodeLowering node) => node.Context.Graph.From(node.Id).First(edge => edge.Kind == EdgeKind.Triggers).To;
}

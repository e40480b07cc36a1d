using Klotho.Analysis.Capabilities.Persist.Orm;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>
/// What invokes a function that publishes by an outbox when nobody else does, so that messages which a killed process left in the database wait for minutes and not
/// for somebody to come. A start that fails is not tried again: the next one finds the same.
/// </summary>
internal static class LambdaSweep
{
    private const string Part = "sweep";

    // Where a database pauses while nobody uses it, it must have time to.
    private const string Often = "rate(5 minutes)";
    private const string Seldom = "rate(1 hour)";

    private static readonly CandidateType Pausing = new("aurora_serverless");

    public static IEnumerable<Resource> Resources(NodeLowering node) => Schedule(node) is { } schedule
        ? schedule.Resources(node, Part, [schedule.Invoking], "Publishes what a process that was killed left in the outbox.")
        : [];

    private static FunctionSchedule? Schedule(NodeLowering node)
    {
        var databases = node.Context.Graph.From(node.Id)
            .Where(edge => edge.Operations.Items.Any(operation => operation.Name == OrmNode.Outbox))
            .Select(edge => edge.To)
            .ToList();

        // The web adapter hands on nothing but requests.
        if (databases.Count == 0 || WebAdapter.IsUsed(node))
        {
            return null;
        }

        return new(
            $"{node.Context.Graph.App}: the outbox of {node.Id.Name}",
            databases.All(database => node.Context.TypeOf(database) == Pausing) ? Seldom : Often,
            LambdaVersion.Arn(node),
            InputValue.Map.Of(new InputValue.Entry("source", "klotho.sweep")))
        {
            Retries = InputValue.Map.Of(new InputValue.Entry("retryPolicy", InputValue.Map.Of(
                new("maximumRetryAttempts", 0),
                new("maximumEventAgeInSeconds", 60)))),
        };
    }
}

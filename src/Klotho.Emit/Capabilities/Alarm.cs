using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities;

/// <summary>What somebody must hear of: a figure of the provider's that is beyond its threshold.</summary>
/// <param name="Part">Names it among the node's resources: <c>errors</c>.</param>
/// <param name="Description">What has happened when it rings, in a sentence.</param>
/// <param name="Metric">The figure as CloudWatch knows it, with its namespace: <c>AWS/Lambda</c>, <c>Errors</c>.</param>
/// <param name="Dimensions">Whose figure it is.</param>
/// <param name="Threshold">Beyond this it rings.</param>
public sealed record Alarm(string Part, string Description, (string Namespace, string Name) Metric, EquatableArray<InputValue.Entry> Dimensions, decimal Threshold)
{
    /// <summary>What an alarm is at the provider.</summary>
    public const string Type = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private const long FiveMinutes = 300;
    private const long SlowPeriods = 3;

    /// <summary>How the figures of a period become one: <c>Sum</c>, <c>Maximum</c>, or a percentile such as <c>p99</c>.</summary>
    public string Statistic { get; init; } = "Sum";

    /// <summary>Whether it rings below its threshold instead of above.</summary>
    public bool Below { get; init; }

    /// <summary>For how many periods of five minutes on end it must be so.</summary>
    public long Periods { get; init; } = 1;

    /// <summary>Figures that only come with use say nothing while there is none; one that should always come is missed.</summary>
    public bool AlwaysThere { get; init; }

    /// <summary>The alarm as a resource of the node that it watches; it tells <see cref="AlarmNotices.Topic"/>.</summary>
    public Resource Of(NodeLowering node) => node.Resource($"{Part}-alarm", Type, InputValue.Map.Of(
        new("alarmDescription", Description),
        new("namespace", Metric.Namespace),
        new("metricName", Metric.Name),
        new("dimensions", new InputValue.Map(Dimensions)),
        new(Statistic.StartsWith('p') ? "extendedStatistic" : "statistic", Statistic),
        new("period", FiveMinutes),
        new("evaluationPeriods", Periods),
        new("comparisonOperator", Below ? "LessThanThreshold" : "GreaterThanThreshold"),
        new("threshold", decimal.IsInteger(Threshold) ? new InputValue.Whole((long)Threshold) : new InputValue.Fraction(Threshold)),
        new("treatMissingData", AlwaysThere ? "breaching" : "notBreaching"),
        new("alarmActions", InputValue.List.Of(AlarmNotices.Topic))));

    /// <summary>Answers have taken longer than they may for a quarter of an hour.</summary>
    /// <param name="goal">What is asked.</param>
    /// <param name="subject">Who waits or takes, as the beginning of a sentence: <c>Callers of api wait</c>.</param>
    /// <param name="metric">The figure that tells.</param>
    /// <param name="dimensions">Whose it is.</param>
    /// <param name="threshold">The time in the figure's own unit.</param>
    public static Alarm OfLatency(LatencyGoal goal, string subject, (string Namespace, string Name) metric, EquatableArray<InputValue.Entry> dimensions, decimal threshold)
    {
        var percentile = string.Create(CultureInfo.InvariantCulture, $"p{goal.Percentile}");
        return new($"latency-{percentile}", $"{subject} longer than the {goal.Most} that requirements allow.", metric, dimensions, threshold)
        {
            Statistic = percentile,
            Periods = SlowPeriods,
        };
    }

    /// <summary>Messages that nobody could handle wait in a queue.</summary>
    public static Alarm OfDeadLetters(string part, string description, InputValue queueName) => new(
        part, description, ("AWS/SQS", "ApproximateNumberOfMessagesVisible"), new([new("QueueName", queueName)]), Threshold: 0)
    {
        Statistic = "Maximum",
    };
}

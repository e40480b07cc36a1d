using System.Globalization;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities;

/// <summary>Where alarms ring, and the budget that <c>requirements.monthly_cost</c> asks for. Who listens is up to each stack: people subscribe to the topic.</summary>
internal static class AlarmNotices
{
    private const string Name = "alarm-notices";
    private const long NearlySpent = 80;

    private static readonly NodeId Id = new(new("shared"), Name);

    public static readonly InputValue.Reference Topic = new(new(Name), "arn");

    public static readonly StackOutput Output = new(
        "alarm-notices-topic", Topic, "Where alarms ring. Subscribe once per stack: aws sns subscribe --protocol email --topic-arn ARN --notification-endpoint YOU.");

    public static IEnumerable<Resource> Resources(AppName app, PlanGoals goals)
    {
        var budgeted = goals.MonthlyCost is not null;
        var topic = Resource("", "aws:sns/topic:Topic", InputValue.Map.Of(new InputValue.Entry("displayName", $"Alarms of {app}")),
            "Alarms cannot use the provider's own key for topics, and what this one carries is what they are called.");
        yield return topic;
        yield return Resource("policy", "aws:sns/topicPolicy:TopicPolicy", InputValue.Map.Of(
            new("arn", Topic),
            new("policy", PolicyDocument.Of(
            [
                MayPublish("cloudwatch.amazonaws.com"),
                .. budgeted ? [MayPublish("budgets.amazonaws.com")] : Array.Empty<InputValue>(),
                PolicyDocument.DenyWithoutTls("sns:Publish", Topic),
            ]))));
        if (goals.MonthlyCost is { } most)
        {
            yield return Resource("budget", "aws:budgets/budget:Budget", InputValue.Map.Of(
                new("budgetType", "COST"),
                new("limitAmount", most.Usd.ToString("0.##", CultureInfo.InvariantCulture)),
                new("limitUnit", "USD"),
                new("timeUnit", "MONTHLY"),
                new("costFilters", InputValue.List.Of(InputValue.Map.Of(
                    new("name", "TagKeyValue"),
                    new("values", InputValue.List.Of($"user:app${app}"))))),
                new("notifications", InputValue.List.Of(Notice("ACTUAL", NearlySpent), Notice("FORECASTED", 100)))),
                "What requirements.monthly_cost allows. It counts what carries the tag app, once that is a cost allocation tag of the account.",
                new(DependsOn: new([new($"{Name}-policy")])));
        }
    }

    private static InputValue Notice(string kind, long percent) => InputValue.Map.Of(
        new("notificationType", kind),
        new("comparisonOperator", "GREATER_THAN"),
        new("thresholdType", "PERCENTAGE"),
        new("threshold", percent),
        new("subscriberSnsTopicArns", InputValue.List.Of(Topic)));

    private static InputValue.Map MayPublish(string service) => InputValue.Map.Of(
        new("Effect", "Allow"),
        new("Principal", InputValue.Map.Of(new InputValue.Entry("Service", service))),
        new("Action", "sns:Publish"),
        new("Resource", Topic),
        new("Condition", InputValue.Map.Of(new InputValue.Entry("StringEquals", InputValue.Map.Of(new InputValue.Entry("aws:SourceAccount", AwsAccount.Id))))));

    private static Resource Resource(string part, string type, InputValue.Map inputs, string? comment = null, ResourceOptions? options = null) =>
        new(new(part.Length == 0 ? Name : $"{Name}-{part}"), new(type), inputs, options ?? ResourceOptions.None, Id, part, comment);
}

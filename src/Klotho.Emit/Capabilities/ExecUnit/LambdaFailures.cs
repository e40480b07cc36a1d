using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>
/// What becomes of a start by schedule that the unit could not finish. The scheduler only hands it over: Lambda tries again by itself,
/// and would drop it then (AWS Lambda Developer Guide: Asynchronous invocation, 2026-11-22).
/// </summary>
internal static class LambdaFailures
{
    private const string Part = "failed-starts";
    private const long FourteenDays = 14 * 24 * 60 * 60;
    private const int Retries = 2;

    public static IEnumerable<Resource> Resources(NodeLowering node)
    {
        if (!IsStarted(node))
        {
            yield break;
        }

        var failed = node.Resource(Part, "aws:sqs/queue:Queue", InputValue.Map.Of(
            new("messageRetentionSeconds", FourteenDays),
            new("sqsManagedSseEnabled", true)),
            comment: "Keeps what a schedule started and the unit could not finish.");
        yield return failed;
        yield return node.Resource($"{Part}-policy", "aws:sqs/queuePolicy:QueuePolicy", InputValue.Map.Of(
            new("queueUrl", failed.Output("url")),
            new("policy", PolicyDocument.Of(PolicyDocument.DenyWithoutTls("sqs:*", failed.Output("arn"))))));
        yield return node.Resource("starts", "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", InputValue.Map.Of(
        [
            new("functionName", new InputValue.Reference(node.Name(), "name")),
            .. LambdaVersion.QualifierInput(node),
            new("maximumRetryAttempts", Retries),
            new("destinationConfig", InputValue.Map.Of(new InputValue.Entry("onFailure", InputValue.Map.Of(new InputValue.Entry("destination", failed.Output("arn")))))),
        ]));
    }

    public static IEnumerable<PolicyStatement> Host(NodeLowering node) => !IsStarted(node) ? [] :
        [new(new(["sqs:SendMessage"]), new([new InputValue.Reference(node.Name(Part), "arn")]), "keeping starts that failed")];

    public static IEnumerable<Alarm> Alarms(NodeLowering node) => !IsStarted(node) ? [] :
        [Alarm.OfDeadLetters(Part, $"The unit {node.Id.Name} could not finish what a schedule started.", new InputValue.Reference(node.Name(Part), "name"))];

    private static bool IsStarted(NodeLowering node) => node.Context.Graph.To(node.Id).Any(edge => edge.Kind == EdgeKind.Triggers);
}

using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.StaticUnit;

/// <summary>A line for each request to the distribution, in a log group of the one region that distributions report to.</summary>
internal static class CloudFrontLogs
{
    public static IEnumerable<Resource> Resources(NodeLowering node, Resource distribution)
    {
        var region = new InputValue.Entry("region", CloudFrontRegion.Name);
        var logs = node.Resource("logs", "aws:cloudwatch/logGroup:LogGroup", InputValue.Map.Of(
            region,
            new("retentionInDays", node.Whole("log_retention_days"))));
        var from = node.Resource("logs-from", "aws:cloudwatch/logDeliverySource:LogDeliverySource", InputValue.Map.Of(
            region,
            new("logType", "ACCESS_LOGS"),
            new("resourceArn", distribution.Output("arn"))));
        var to = node.Resource("logs-to", "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", InputValue.Map.Of(
            region,
            new("outputFormat", "json"),
            new("deliveryDestinationConfiguration", InputValue.Map.Of(new InputValue.Entry("destinationResourceArn", logs.Output("arn"))))));
        return
        [
            logs,
            from,
            to,
            node.Resource("logs-delivery", "aws:cloudwatch/logDelivery:LogDelivery", InputValue.Map.Of(
                region,
                new("deliverySourceName", from.Output("name")),
                new("deliveryDestinationArn", to.Output("arn")))),
        ];
    }
}

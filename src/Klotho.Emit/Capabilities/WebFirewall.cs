using System.Globalization;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// AWS WAF before a node that the internet reaches: the provider's own rules against what is known, and a limit for each address. It
/// writes a line for each request that it refuses.
/// </summary>
internal static class WebFirewall
{
    /// <summary>Requests of one address in five minutes.</summary>
    private const long MostOfAddress = 2000;

    private const string Part = "firewall";

    /// <summary>The rule groups that AWS keeps up to date, in the order in which they are asked (AWS WAF Developer Guide: AWS Managed Rules rule groups list, 2026-11-22).</summary>
    private static readonly string[] Managed = ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet"];

    /// <summary>The ARN of the node's web ACL, or null where it has none.</summary>
    public static InputValue.Reference? Of(NodeLowering node) => node.Truth("waf") ? new(node.Name(Part), "arn") : null;

    /// <param name="node">The node.</param>
    /// <param name="edge">Whether it stands before a distribution, which is known in one region only.</param>
    public static IEnumerable<Resource> Resources(NodeLowering node, bool edge)
    {
        if (Of(node) is not { } acl)
        {
            return [];
        }

        var place = edge ? new InputValue.Entry[] { new("region", CloudFrontRegion.Name) } : [];
        var logs = node.Resource($"{Part}-logs", "aws:cloudwatch/logGroup:LogGroup", InputValue.Map.Of(
        [
            .. place,
            new("namePrefix", $"aws-waf-logs-{node.Context.Graph.App}-"),
            new("retentionInDays", node.Whole("log_retention_days")),
        ]), comment: "WAF writes only to log groups that are called like this.");
        return
        [
            node.Resource(Part, "aws:wafv2/webAcl:WebAcl", InputValue.Map.Of(
            [
                .. place,
                new("description", $"Before {node.Id.Name}."),
                new("scope", edge ? "CLOUDFRONT" : "REGIONAL"),
                new("defaultAction", InputValue.Map.Of(new InputValue.Entry("allow", InputValue.Map.Of()))),
                new("rules", InputValue.List.Of(Managed.Select(ManagedRule).Append(RateRule()))),
                new("visibilityConfig", Seen(node.Name().Value)),
            ])),
            logs,
            node.Resource($"{Part}-logging", "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", InputValue.Map.Of(
            [
                .. place,
                new("resourceArn", acl),
                new("logDestinationConfigs", InputValue.List.Of(logs.Output("arn"))),
                new("loggingFilter", InputValue.Map.Of(
                    new("defaultBehavior", "DROP"),
                    new("filters", InputValue.List.Of(InputValue.Map.Of(
                        new("behavior", "KEEP"),
                        new("requirement", "MEETS_ANY"),
                        new("conditions", InputValue.List.Of(InputValue.Map.Of(new InputValue.Entry(
                            "actionCondition", InputValue.Map.Of(new InputValue.Entry("action", "BLOCK"))))))))))),
            ])),
        ];
    }

    /// <summary>Uploads are larger than the 8 KB that the common rules take: that one rule only counts.</summary>
    private static InputValue ManagedRule(string group, int index) => InputValue.Map.Of(
        new("name", group),
        new("priority", index),
        new("statement", InputValue.Map.Of(new InputValue.Entry("managedRuleGroupStatement", InputValue.Map.Of(
        [
            new("vendorName", "AWS"),
            new("name", group),
            .. group != Managed[^1] ? [] : new InputValue.Entry[]
            {
                new("ruleActionOverrides", InputValue.List.Of(InputValue.Map.Of(
                    new("name", "SizeRestrictions_BODY"),
                    new("actionToUse", InputValue.Map.Of(new InputValue.Entry("count", InputValue.Map.Of())))))),
            },
        ])))),
        new("overrideAction", InputValue.Map.Of(new InputValue.Entry("none", InputValue.Map.Of()))),
        new("visibilityConfig", Seen(group)));

    private static InputValue RateRule()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"AtMost{MostOfAddress}InFiveMinutes");
        return InputValue.Map.Of(
            new("name", name),
            new("priority", Managed.Length),
            new("statement", InputValue.Map.Of(new InputValue.Entry("rateBasedStatement", InputValue.Map.Of(
                new("limit", MostOfAddress),
                new("aggregateKeyType", "IP"))))),
            new("action", InputValue.Map.Of(new InputValue.Entry("block", InputValue.Map.Of()))),
            new("visibilityConfig", Seen(name)));
    }

    private static InputValue.Map Seen(string name) => InputValue.Map.Of(
        new("metricName", name),
        new("cloudwatchMetricsEnabled", true),
        new("sampledRequestsEnabled", true));
}

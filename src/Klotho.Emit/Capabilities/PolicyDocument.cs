using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>IAM policy documents as values.</summary>
public static class PolicyDocument
{
    private const string Version = "2012-10-17";

    /// <summary>What a role may do. No statement, no policy: callers leave the resource out then.</summary>
    public static InputValue.Json Allow(IEnumerable<PolicyStatement> statements) => Of(statements.Select(statement => Statement("Allow", statement)));

    /// <summary>What a role may not do, whatever else allows it.</summary>
    public static InputValue.Json Deny(params IEnumerable<PolicyStatement> statements) => Of(statements.Select(statement => Statement("Deny", statement)));

    /// <summary>Who may take on a role.</summary>
    /// <param name="service">The service that does.</param>
    /// <param name="onBehalfOf">
    /// The ARN, or a pattern of ARNs, of what it works for, all of it in this account: another account's can't make the service use this role
    /// (confused deputy). Null where the service sends none with its call.
    /// </param>
    public static InputValue.Json AssumedBy(string service, InputValue? onBehalfOf = null) =>
        Of(InputValue.Map.Of(
        [
            new("Effect", "Allow"),
            new("Principal", InputValue.Map.Of(new InputValue.Entry("Service", service))),
            new("Action", "sts:AssumeRole"),
            .. onBehalfOf is null ? [] : Conditions(
            [
                new("StringEquals", "aws:SourceAccount", AwsAccount.Id),
                new("ArnLike", "aws:SourceArn", onBehalfOf),
            ]),
        ]));

    public static InputValue.Json Of(params IEnumerable<InputValue> statements) =>
        new(InputValue.Map.Of(new("Version", Version), new("Statement", InputValue.List.Of(statements))));

    /// <summary>A service of the provider may do something to a resource, on behalf of one other resource.</summary>
    public static InputValue.Map ServiceMay(string service, string action, InputValue resource, InputValue onBehalfOf) =>
        InputValue.Map.Of(
        [
            new("Effect", "Allow"),
            new("Principal", InputValue.Map.Of(new InputValue.Entry("Service", service))),
            new("Action", action),
            new("Resource", resource),
            .. Conditions([new("ArnEquals", "aws:SourceArn", onBehalfOf)]),
        ]);

    /// <summary>Nobody may do this without TLS.</summary>
    public static InputValue.Map DenyWithoutTls(string action, params IEnumerable<InputValue> resources) =>
        InputValue.Map.Of(
        [
            new("Effect", "Deny"),
            new("Principal", "*"),
            new("Action", action),
            new("Resource", InputValue.List.Of(resources)),
            .. Conditions([new("Bool", "aws:SecureTransport", "false")]),
        ]);

    private static InputValue.Map Statement(string effect, PolicyStatement statement) => InputValue.Map.Of(
    [
        new("Effect", effect),
        new("Action", InputValue.List.Of(statement.Actions.Items.Select(action => new InputValue.Text(action)))),
        new("Resource", new InputValue.List(statement.Resources)),
        .. Conditions(statement.Conditions.Items),
    ]);

    private static IEnumerable<InputValue.Entry> Conditions(IReadOnlyList<PolicyCondition> conditions) => conditions.Count == 0 ? [] :
    [
        new("Condition", InputValue.Map.Of(conditions.GroupBy(condition => condition.Operator, StringComparer.Ordinal).Select(group =>
            new InputValue.Entry(group.Key, InputValue.Map.Of(group.Select(condition => new InputValue.Entry(condition.Key, condition.Value))))))),
    ];
}

using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>IAM policy documents as values.</summary>
public static class PolicyDocument
{
    private const string Version = "2012-10-17";

    /// <summary>What a role may do. No statement, no policy: callers leave the resource out then.</summary>
    public static InputValue.Json Allow(IEnumerable<PolicyStatement> statements) =>
        Of(statements.Select(statement => InputValue.Map.Of(
            new("Effect", "Allow"),
            new("Action", Texts(statement.Actions.Items)),
            new("Resource", new InputValue.List(statement.Resources)))));

    /// <summary>Who may take on a role.</summary>
    public static InputValue.Json AssumedBy(string service) =>
        Of(InputValue.Map.Of(
            new("Effect", "Allow"),
            new("Principal", InputValue.Map.Of(new InputValue.Entry("Service", service))),
            new("Action", "sts:AssumeRole")));

    public static InputValue.Json Of(params IEnumerable<InputValue> statements) =>
        new(InputValue.Map.Of(new("Version", Version), new("Statement", InputValue.List.Of(statements))));

    /// <summary>A service of the provider may do something to a resource, on behalf of one other resource.</summary>
    public static InputValue.Map ServiceMay(string service, string action, InputValue resource, InputValue onBehalfOf) =>
        InputValue.Map.Of(
            new("Effect", "Allow"),
            new("Principal", InputValue.Map.Of(new InputValue.Entry("Service", service))),
            new("Action", action),
            new("Resource", resource),
            new("Condition", InputValue.Map.Of(new InputValue.Entry("ArnEquals", InputValue.Map.Of(new InputValue.Entry("aws:SourceArn", onBehalfOf))))));

    /// <summary>Nobody may do this without TLS.</summary>
    public static InputValue.Map DenyWithoutTls(string action, params IEnumerable<InputValue> resources) =>
        InputValue.Map.Of(
            new("Effect", "Deny"),
            new("Principal", "*"),
            new("Action", action),
            new("Resource", InputValue.List.Of(resources)),
            new("Condition", InputValue.Map.Of(new InputValue.Entry("Bool", InputValue.Map.Of(new InputValue.Entry("aws:SecureTransport", "false"))))));

    private static InputValue.List Texts(IEnumerable<string> values) => InputValue.List.Of(values.Select(value => new InputValue.Text(value)));
}

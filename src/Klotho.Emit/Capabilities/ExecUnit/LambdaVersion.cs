using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>
/// What callers and event sources of a function name. Provisioned environments belong to a version: with some, everything goes
/// to the alias of the version that has them; without, to the function itself, which is one resource less.
/// </summary>
internal static class LambdaVersion
{
    private const string Live = "live";

    /// <summary>Whether environments stand ready before the first request.</summary>
    public static bool IsProvisioned(NodeLowering node) => node.Whole("provisioned_concurrency") > 0;

    public static InputValue.Reference Arn(NodeLowering node) => new(Target(node), "arn");

    public static InputValue.Reference InvokeArn(NodeLowering node) => new(Target(node), "invokeArn");

    /// <summary>The alias, for what names the function and its version apart; null for the function itself.</summary>
    public static InputValue.Reference? Qualifier(NodeLowering node) => IsProvisioned(node) ? new(Target(node), "name") : null;

    public static IEnumerable<InputValue.Entry> QualifierInput(NodeLowering node) => Qualifier(node) is { } alias ? [new("qualifier", alias)] : [];

    public static IEnumerable<Resource> Resources(NodeLowering node)
    {
        if (!IsProvisioned(node))
        {
            yield break;
        }

        yield return node.Resource(Live, "aws:lambda/alias:Alias", InputValue.Map.Of(
            new("name", Live),
            new("functionName", new InputValue.Reference(node.Name(), "name")),
            new("functionVersion", new InputValue.Reference(node.Name(), "version"))),
            comment: "Whoever invokes the unit names this alias: only its version has environments that stand ready.");
        yield return node.Resource("provisioned", "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig", InputValue.Map.Of(
            new("functionName", new InputValue.Reference(node.Name(), "name")),
            new("qualifier", new InputValue.Reference(node.Name(Live), "name")),
            new("provisionedConcurrentExecutions", node.Whole("provisioned_concurrency"))));
    }

    private static ResourceName Target(NodeLowering node) => IsProvisioned(node) ? node.Name(Live) : node.Name();
}

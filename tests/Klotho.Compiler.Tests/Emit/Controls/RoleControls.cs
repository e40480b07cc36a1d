using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>Roles.</summary>
internal static class RoleControls
{
    private const string Policy = "aws:iam/rolePolicy:RolePolicy";

    public static readonly IReadOnlyList<Control> All =
    [
        new("IAM.1", "No role may do everything", Policy, policy => !Allowed(policy).Any(statement => Statement.Actions(statement).Contains("*") && Statement.On(statement).Contains("*")), policy => With(policy, "*")),
        new("IAM.21", "No role may do all that a service offers", Policy, policy => !Allowed(policy).SelectMany(Statement.Actions).Any(action => action.EndsWith(":*", StringComparison.Ordinal)), policy => With(policy, "s3:*")),
        new("KMS.2", "No role may decrypt with every key", Policy,
            policy => !Allowed(policy).Any(statement => (Statement.Covers(statement, "kms:Decrypt") || Statement.Covers(statement, "kms:ReEncryptFrom"))
                && Statement.On(statement).Any(key => key == "*" || key.EndsWith(":key/*", StringComparison.Ordinal))),
            policy => With(policy, "kms:Decrypt")),
    ];

    private static IEnumerable<InputValue.Map> Allowed(ControlledResource policy) => policy.Statements("policy").Where(statement => Statement.Is(statement, "Allow"));

    private static ResourceGraph With(ControlledResource policy, string action) =>
        policy.WithStatement("policy", InputValue.Map.Of(new("Effect", "Allow"), new("Action", action), new("Resource", "*")));
}

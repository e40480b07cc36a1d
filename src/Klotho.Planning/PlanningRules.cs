using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Capabilities;
using Klotho.Planning.Capabilities.ExecUnit;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Conflicts;
using Klotho.Planning.Differences;
using Klotho.Planning.Directives;
using Klotho.Planning.Facts;
using Klotho.Planning.Keys;
using Klotho.Planning.Locking;
using Klotho.Planning.Requirements;
using Klotho.Planning.Yaml;

namespace Klotho.Planning;

/// <summary>Every rule of planning, by code.</summary>
public static class PlanningRules
{
    public static readonly EquatableArray<DiagnosticRule> All = new(
    [
        .. YamlRules.All,
        .. KeyRules.All,
        .. DirectiveRules.All,
        .. LimitRules.All,
        .. FargateRules.All,
        .. LambdaRules.All,
        .. OwnDomainRules.All,
        LimitRules.CallsBeyondGateway,
        .. QuantityRules.All,
        .. RequirementRules.All,
        KeyRules.SetTwice,
        LambdaRules.NotForAdapter,
        .. ConflictRules.All,
        .. FactRules.All,
        .. LockRules.All,
        .. GuardRules.All,
    ]);
}

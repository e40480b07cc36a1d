using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>Parameters of a unit on Fargate that are right one by one and wrong together.</summary>
public static class FargateRules
{
    public static readonly DiagnosticRule SizeUnknown = new(
        new("KL2015"), Severity.Error, "Memory and CPU do not go together on Fargate",
        "Unit `{0}` asks for {1} MB with {2} CPU units, a size that Fargate does not have. Set `memory` to {3}, or change `cpu`.");

    public static readonly DiagnosticRule CountsOutOfOrder = new(
        new("KL2016"), Severity.Error, "The numbers of tasks are out of order",
        "Unit `{0}` has a `min_count` of {1}, a `desired_count` of {2} and a `max_count` of {3}. Set them so that none is above the next.");

    public static readonly EquatableArray<DiagnosticRule> All = new([SizeUnknown, CountsOutOfOrder]);
}

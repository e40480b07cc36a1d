using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>Parameters of a function that are right one by one and wrong together.</summary>
public static class LambdaRules
{
    public static readonly DiagnosticRule MoreReadyThanKept = new(
        new("KL2017"), Severity.Error, "More environments stand ready than a unit may use",
        "Unit `{0}` keeps {1} environments ready, but `reserved_concurrency` lets it use {2}. Set `reserved_concurrency` to {1} or more, or to 0.");

    public static readonly EquatableArray<DiagnosticRule> All = new([MoreReadyThanKept]);
}

using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>Parameters of a function that are right one by one and wrong together.</summary>
public static class LambdaRules
{
    public static readonly DiagnosticRule MoreReadyThanKept = new(
        new("KL2017"), Severity.Error, "More environments stand ready than a unit may use",
        "Unit `{0}` keeps {1} environments ready, but `reserved_concurrency` lets it use {2}. Set `reserved_concurrency` to {1} or more, or to 0.");

    public static readonly DiagnosticRule NotForAdapter = new(
        new("KL2028"), Severity.Error, "The web adapter hands on HTTP requests only",
        "Unit `{0}` has `server: web_adapter`, which hands on HTTP requests only, but `{1}` reaches it in another way. Set `server` to `klotho`.");

    public static readonly EquatableArray<DiagnosticRule> All = new([MoreReadyThanKept]);
}

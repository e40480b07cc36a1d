using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Differences;

/// <summary>Changes that are refused until somebody accepts them: each would lose data or break what is deployed.</summary>
public static class GuardRules
{
    private const string Accept = "run `klotho accept {1} --reason \"…\"`";

    public static readonly DiagnosticRule Removed = Error("KL2074", "Something that holds data is gone",
        "`{0}` is gone from the code. {2} Bring it back, or " + Accept + ".");

    public static readonly DiagnosticRule Renamed = Error("KL2075", "Something that holds data has another id",
        "`{0}` seems to be `{2}` now. To keep what it holds, " + Accept + "; if the two are different things, accept `{3}` instead.");

    public static readonly DiagnosticRule Rehosted = Error("KL2076", "Something that holds data would be created anew",
        "`{0}` would change from {2} to {3} and begin empty. Ask for {2} in klotho.yaml, or move the data and " + Accept + ".");

    public static readonly DiagnosticRule Breaking = Error("KL2077", "What is deployed and the new code don't understand each other",
        "`{0}`: {2} Make the change in steps that both understand, or " + Accept + ".");

    public static readonly DiagnosticRule Unsubscribed = Error("KL2078", "A subscription with waiting messages is gone",
        "`{0}` is gone from the code. {2} Bring it back until they are handled, or " + Accept + ".");

    public static readonly DiagnosticRule Unneeded = new(
        new("KL2079"), Severity.Warning, "An accepted change does not happen",
        "`{0}` was accepted ({1}), but the code and klotho.yaml no longer make that change. The next compile takes it out of the lock.");

    public static readonly DiagnosticRule Moved = Error("KL2080", "The application would move to another region",
        "The region would change from {0} to {2}, where everything begins empty. Ask for {0} in klotho.yaml, or move the data and " + Accept + ".");

    public static readonly DiagnosticRule Reordered = Error("KL2081", "A topic with waiting messages would be made anew",
        "`{0}` would change from {2} to {3}: its queues are made anew, and messages that wait in the old ones are lost. Let them empty first and " + Accept + ".");

    public static readonly EquatableArray<DiagnosticRule> All = new([Removed, Renamed, Rehosted, Breaking, Unsubscribed, Unneeded, Moved, Reordered]);

    /// <summary>Those that refuse a change.</summary>
    public static readonly EquatableArray<DiagnosticRule> Refusals = All.Items.Where(rule => rule.Severity == Severity.Error).ToEquatableArray();

    private static DiagnosticRule Error(string code, string title, string message) => new(new(code), Severity.Error, title, message);
}

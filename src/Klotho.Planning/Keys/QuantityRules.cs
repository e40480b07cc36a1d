using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Keys;

/// <summary>What can be wrong with an amount.</summary>
public static class QuantityRules
{
    public static readonly DiagnosticRule UnitMissing = new(
        new("KL2020"), Severity.Error, "Number without a unit",
        "`{0}` is `{1}`, a number without a unit. Write `{2}`: {3}");

    public static readonly DiagnosticRule UnknownUnit = new(
        new("KL2021"), Severity.Error, "Unknown unit",
        "`{0}` is `{1}`, but `{2}` is no unit that can stand here. {3}");

    public static readonly DiagnosticRule NoQuantity = new(
        new("KL2022"), Severity.Error, "Not an amount",
        "`{0}` takes {1}, such as `{2}`, but this is the text `{3}`. {4}");

    public static readonly DiagnosticRule NumberNotAllowed = new(
        new("KL2023"), Severity.Error, "Number too large or too fine for its unit",
        "`{0}` can't be `{1}`, because `{2}` takes {3}. Write it with another unit or number.");

    public static readonly EquatableArray<DiagnosticRule> All = new([UnitMissing, UnknownUnit, NoQuantity, NumberNotAllowed]);
}

using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Keys;

/// <summary>What can be wrong with a key or its value, by the model of klotho.yaml alone.</summary>
public static class KeyRules
{
    public static readonly DiagnosticRule UnknownKey = new(
        new("KL2006"), Severity.Error, "Unknown key",
        "There is no key `{0}` in {1}. {2}");

    public static readonly DiagnosticRule WrongKind = new(
        new("KL2008"), Severity.Error, "Wrong kind of value",
        "`{0}` takes {1}, but this is {2}. {3}");

    public static readonly DiagnosticRule NotAllowed = new(
        new("KL2009"), Severity.Error, "Value not allowed",
        "`{0}` can't be `{1}`. It must be {2}.");

    public static readonly DiagnosticRule UnknownType = new(
        new("KL2010"), Severity.Error, "Unknown type",
        "There is no type `{0}` for {1}. {2}");

    public static readonly DiagnosticRule UnknownParameter = new(
        new("KL2011"), Severity.Error, "Unknown parameter",
        "The type `{0}` has no parameter `{1}`. {2}");

    /// <summary>Stands in the catalogue of rules by its code, behind those of amounts and requirements.</summary>
    public static readonly DiagnosticRule SetTwice = new(
        new("KL2027"), Severity.Error, "Set in two sections",
        "`{0}` is set here and in another section of the same file. Keep one of the two.");

    public static readonly EquatableArray<DiagnosticRule> All =
        new([UnknownKey, WrongKind, NotAllowed, UnknownType, UnknownParameter]);
}

using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Reach;

/// <summary>What reach has to say.</summary>
public static class ReachRules
{
    public static readonly DiagnosticRule Escape = new(new("KL1070"), Severity.Info, "Resource leaves what can be followed",
        "\"{0}\" goes into {1}, where it cannot be followed, so unit \"{2}\" is given every operation on it. Call the resource directly, or keep it in variables of its own type.");

    public static readonly DiagnosticRule UnknownOrigin = new(new("KL1071"), Severity.Info, "Resource comes from where it cannot be followed",
        "Which resource {1} gives is not known before run time, so unit \"{2}\" is given every operation on \"{0}\". Inject the resource by its annotation, or resolve it with a constant key.");

    public static readonly DiagnosticRule Reflection = new(new("KL1072"), Severity.Info, "Code is called by reflection",
        "'{0}' can call any code, so unit \"{1}\" is given what all code outside of other units does. Call the method directly or through an interface.");

    public static readonly EquatableArray<DiagnosticRule> All = new([Escape, UnknownOrigin, Reflection]);
}

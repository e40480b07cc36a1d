using Klotho.Analysis;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Emit;

/// <summary>Every diagnostic of emission.</summary>
public static class EmissionRules
{
    public static readonly EquatableArray<DiagnosticRule> All = EquatableArray<DiagnosticRule>.Empty;
}

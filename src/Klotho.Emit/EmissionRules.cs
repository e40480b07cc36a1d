using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Capabilities.ExecUnit;
using Klotho.Emit.Capabilities.Schedule;
using Klotho.Emit.Naming;

namespace Klotho.Emit;

/// <summary>Every diagnostic of emission.</summary>
public static class EmissionRules
{
    public static readonly EquatableArray<DiagnosticRule> All = new[] { UnitRules.All, AccessRules.All, NameRules.All, PublishRules.All, ScheduleRules.All }
        .SelectMany(rules => rules.Items)
        .OrderBy(rule => rule.Code)
        .ToEquatableArray();
}

using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Payloads;
using Klotho.Analysis.Reach;
using Klotho.Analysis.Routes;

namespace Klotho.Analysis;

/// <summary>Every rule that analysis reports, sorted by code.</summary>
public static class AnalysisRules
{
    public static readonly EquatableArray<DiagnosticRule> All = AnnotationRules.All.Items
        .Concat(AnnotationCatalogue.All.Items.SelectMany(annotation => annotation.Rules.Items))
        .Concat(RouteRules.All.Items)
        .Concat(ReachRules.All.Items)
        .Concat(PayloadRules.All.Items)
        .OrderBy(rule => rule.Code)
        .ToEquatableArray();
}

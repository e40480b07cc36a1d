using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Routes;

/// <summary>What reading routes has to say.</summary>
public static class RouteRules
{
    public static readonly DiagnosticRule PatternNotConstant = new(new("KL1060"), Severity.Info, "Route pattern not known before run time",
        "The pattern of this {0} is not a constant, so the gateway passes every path below \"{1}\" on to the application. Write the pattern as a constant to expose only what is mapped.");

    public static readonly DiagnosticRule NotRead = new(new("KL1061"), Severity.Info, "Routes that are not read one by one",
        "What {0} maps is not read route by route, so the gateway passes every path below \"{1}\" on to the application. Map minimal APIs or controllers with route attributes to expose only what is mapped.");

    public static readonly DiagnosticRule TemplateRefused = new(new("KL1062"), Severity.Error, "Route template that ASP.NET Core refuses",
        "The route template \"{0}\" stops the application when it starts: {1}. Mend the template.");

    public static readonly EquatableArray<DiagnosticRule> All = new([PatternNotConstant, NotRead, TemplateRefused]);
}

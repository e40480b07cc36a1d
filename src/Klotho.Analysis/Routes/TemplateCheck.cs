using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Routes.Templates;

namespace Klotho.Analysis.Routes;

/// <summary>Whether ASP.NET Core takes a template.</summary>
internal static class TemplateCheck
{
    /// <summary>What is wrong with a template below a prefix; null where nothing is.</summary>
    public static KlothoDiagnostic? Of(string prefix, string template, SourceLocation at)
    {
        if (TemplateReader.Read(template) is { Template: null } alone)
        {
            return RouteRules.TemplateRefused.At(at, template, alone.Mistake);
        }

        // A prefix with a mistake of its own is told where it is written.
        var whole = RoutePattern.Join(prefix, template);
        return TemplateReader.Read(prefix).Template is not null && TemplateReader.Read(whole) is { Template: null } together
            ? RouteRules.TemplateRefused.At(at, whole, together.Mistake)
            : null;
    }
}

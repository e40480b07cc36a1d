namespace Klotho.Analysis.Routes.Templates;

/// <summary>A template, or why it is none.</summary>
internal readonly record struct TemplateReading(RouteTemplate? Template, string Mistake);

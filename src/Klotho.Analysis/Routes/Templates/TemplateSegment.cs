namespace Klotho.Analysis.Routes.Templates;

/// <summary>What stands between two slashes of a route template.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Parts">In order.</param>
internal sealed record TemplateSegment(string Text, IReadOnlyList<TemplatePart> Parts);

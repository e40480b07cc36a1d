namespace Klotho.Analysis.Routes.Templates;

/// <summary>A route template, as ASP.NET Core takes it apart.</summary>
internal sealed record RouteTemplate(IReadOnlyList<TemplateSegment> Segments)
{
    public IEnumerable<TemplatePart> Parameters => Segments.SelectMany(segment => segment.Parts).Where(part => !part.IsLiteral);

    public TemplatePart? Parameter(string name) => Parameters.FirstOrDefault(part => string.Equals(part.Text, name, StringComparison.OrdinalIgnoreCase));
}

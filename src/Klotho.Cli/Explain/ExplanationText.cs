using System.Text;
using Klotho.Planning.Explanations;

namespace Klotho.Cli.Explain;

/// <summary>An explanation for a person at a terminal.</summary>
internal static class ExplanationText
{
    public static string Of(ExplanationDocument document)
    {
        var text = new StringBuilder($"{document.Title}\n");
        foreach (var section in document.Sections)
        {
            text.Append($"\n{section.Heading}\n");
            foreach (var fact in section.Facts)
            {
                string[] parts = [fact.Label, fact.Figure, fact.Statement, fact.Locations.Count == 0 ? "" : $"({string.Join(", ", fact.Locations)})"];
                text.Append($"  {string.Join("  ", parts.Where(part => part.Length > 0))}\n");
            }
        }

        return text.ToString();
    }
}

using System.Text;
using Klotho.Planning.Explanations;

namespace Klotho.Cli.Explain;

/// <summary>An explanation for a pull request or a page.</summary>
internal static class ExplanationMarkdown
{
    public static string Of(ExplanationDocument document)
    {
        var text = new StringBuilder($"## {document.Title}\n");
        foreach (var section in document.Sections)
        {
            text.Append($"\n### {section.Heading}\n\n");
            foreach (var fact in section.Facts)
            {
                string[] parts =
                [
                    fact.Label.Length > 0 ? $"**{fact.Label}**" : "",
                    fact.Figure.Length > 0 ? $"{fact.Figure}{(fact.Statement.Length > 0 ? ":" : "")}" : "",
                    fact.Statement,
                    fact.Locations.Count == 0 ? "" : $"({string.Join(", ", fact.Locations.Items.Select(location => $"`{location}`"))})",
                ];
                text.Append($"- {string.Join(" ", parts.Where(part => part.Length > 0))}\n");
            }
        }

        return text.ToString();
    }
}

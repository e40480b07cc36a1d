using System.Text;
using Klotho.Planning.Explanations;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>Prints an explanation as documents show it.</summary>
internal static class ExplanationText
{
    public static string Of(ExplanationDocument? document)
    {
        var text = new StringBuilder($"{document?.Title}\n");
        foreach (var section in document?.Sections.Items ?? [])
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

using System.Text;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Annotations;

/// <summary>Writes an id as ids are written: <c>"SlideUploaded"</c> becomes <c>"slide-uploaded"</c>.</summary>
internal sealed class IdFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [AnnotationRules.InvalidId];

    public IEnumerable<CodeEdit> Propose(FixPlace place) =>
        place.Shown.FirstAncestorOrSelf<LiteralExpressionSyntax>() is { Token.Value: string written } literal && Valid(written) is { } id && id != written
            ? [new($"Call it \"{id}\"", CodeChange.Replace(literal, $"\"{id}\""))]
            : [];

    /// <summary>The id in lower case, a hyphen between its words; null where no letter is left to begin with.</summary>
    private static string? Valid(string written)
    {
        var id = new StringBuilder();
        for (var index = 0; index < written.Length; index++)
        {
            var letter = written[index];
            if (letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                var beginsWord = letter is >= 'A' and <= 'Z' && index > 0 && written[index - 1] is (>= 'a' and <= 'z') or (>= '0' and <= '9');
                id.Append(beginsWord && id.Length > 0 && id[id.Length - 1] != '-' ? "-" : "").Append(char.ToLowerInvariant(letter));
            }
            else if (id.Length > 0 && id[id.Length - 1] != '-')
            {
                id.Append('-');
            }
        }

        var trimmed = id.ToString().TrimStart("0123456789-".ToCharArray());
        trimmed = trimmed.Substring(0, Math.Min(trimmed.Length, 40)).TrimEnd('-');
        return trimmed.Length == 0 ? null : trimmed;
    }
}

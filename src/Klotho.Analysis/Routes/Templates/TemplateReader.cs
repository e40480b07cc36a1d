using System.Text;

namespace Klotho.Analysis.Routes.Templates;

/// <summary>
/// Takes a template apart by the rules of ASP.NET Core's <c>RoutePatternFactory.Parse</c>, which refuses what is refused here
/// (tests ask it). Source: dotnet/aspnetcore, RoutePatternParser, version 10.
/// </summary>
internal static class TemplateReader
{
    private const string Unclosed = "a brace is not closed, or closed but not opened";
    private static readonly char[] NotInNames = ['/', '{', '}', '?', '*'];

    public static TemplateReading Read(string template)
    {
        var text = template.StartsWith("~/", StringComparison.Ordinal) ? template.Substring(2)
            : template.StartsWith("/", StringComparison.Ordinal) ? template.Substring(1)
            : template;
        if (text.Length == template.Length && template.StartsWith("~", StringComparison.Ordinal))
        {
            return new(null, "\"~\" is not followed by a slash");
        }

        var segments = new List<TemplateSegment>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '/')
            {
                return new(null, "two slashes follow each other");
            }

            var start = at;
            if (Segment(text, ref at, names, out var parts) is { } mistake)
            {
                return new(null, mistake);
            }

            segments.Add(new(text.Substring(start, at - start), parts));
        }

        var catchAlls = segments.SelectMany(segment => segment.Parts).Where(part => part.IsCatchAll).ToList();
        return catchAlls.Count == 0 || (catchAlls.Count == 1 && segments[segments.Count - 1].Parts.Contains(catchAlls[0]))
            ? new(new(segments), "")
            : new(null, $"something follows {{{catchAlls[0].Text}}}, which takes the rest of the path");
    }

    // From its first letter to the slash after it, or the end.
    private static string? Segment(string text, ref int at, HashSet<string> names, out List<TemplatePart> parts)
    {
        parts = [];
        while (at < text.Length && text[at] != '/')
        {
            var isParameter = text[at] == '{' && At(text, at + 1) != '{';
            var mistake = isParameter ? Parameter(text, ref at, names, parts) : Literal(text, ref at, parts);
            if (mistake is not null)
            {
                return mistake;
            }
        }

        return SegmentMistake(parts);
    }

    private static string? Literal(string text, ref int at, List<TemplatePart> parts)
    {
        var literal = new StringBuilder();
        for (; at < text.Length && text[at] != '/'; at++)
        {
            var letter = text[at];
            if (letter is '{' or '}')
            {
                if (At(text, at + 1) != letter)
                {
                    if (letter == '{' && at + 1 < text.Length)
                    {
                        break;
                    }

                    return Unclosed;
                }

                at++;
            }

            literal.Append(letter);
        }

        parts.Add(new(true, literal.ToString()));
        return literal.ToString().Contains("?") ? $"\"{literal}\" is no parameter, so it cannot have a question mark" : null;
    }

    private static string? Parameter(string text, ref int at, HashSet<string> names, List<TemplatePart> parts)
    {
        var inner = new StringBuilder();
        for (at++; ; at++)
        {
            if (at >= text.Length)
            {
                return Unclosed;
            }

            if (text[at] is '{' or '}')
            {
                var isDouble = At(text, at + 1) == text[at];
                if (text[at] == '}' && !isDouble)
                {
                    break;
                }

                if (!isDouble)
                {
                    return at + 1 < text.Length ? "a brace inside of a parameter is not doubled" : Unclosed;
                }

                at++;
            }

            inner.Append(text[at]);
        }

        at++;
        var parameter = TemplateParameter.Of(inner.ToString());
        parts.Add(parameter);
        return inner.Length > 0 && inner[0] == '*' && inner[inner.Length - 1] == '?' ? $"{{{parameter.Text}}} takes the rest of the path and is never missing, so it cannot be optional"
            : parameter is { IsOptional: true, Default: not null } ? $"{{{parameter.Text}}} is optional and has a default"
            : parameter.Text.Length == 0 || parameter.Text.IndexOfAny(NotInNames) >= 0 ? $"\"{parameter.Text}\" is no name of a parameter"
            : names.Add(parameter.Text) ? null
            : $"{{{parameter.Text}}} occurs twice";
    }

    private static string? SegmentMistake(List<TemplatePart> parts)
    {
        for (var index = 0; index < parts.Count && parts.Count > 1; index++)
        {
            var part = parts[index];
            if (part.IsCatchAll)
            {
                return $"{{{part.Text}}} takes the rest of the path, so nothing else can be in its segment";
            }

            if (part.IsOptional && (index < parts.Count - 1 || parts[index - 1] is not { IsLiteral: true, Text: "." }))
            {
                return $"{{{part.Text}}} is optional, so it must be its whole segment or come last, after a dot";
            }

            if (index > 0 && !part.IsLiteral && !parts[index - 1].IsLiteral)
            {
                return $"nothing tells {{{parts[index - 1].Text}}} from {{{part.Text}}}";
            }
        }

        return null;
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';
}

namespace Klotho.Analysis.Routes.Templates;

/// <summary>Takes apart what stands between the braces of a parameter, by the rules of ASP.NET Core's <c>RouteParameterParser</c>.</summary>
internal static class TemplateParameter
{
    public static TemplatePart Of(string inner)
    {
        var stars = inner.StartsWith("**", StringComparison.Ordinal) ? 2 : inner.StartsWith("*", StringComparison.Ordinal) ? 1 : 0;
        var isOptional = inner.EndsWith("?", StringComparison.Ordinal);
        var end = inner.Length - (isOptional ? 1 : 0);

        // A name may begin with a colon or an equals sign.
        var nameEnd = stars;
        while (nameEnd < end && (nameEnd == stars || inner[nameEnd] is not (':' or '=')))
        {
            nameEnd++;
        }

        var constraints = new List<string>();
        var at = Constraints(inner, nameEnd, end, constraints);
        return new(false, stars < end ? inner.Substring(stars, nameEnd - stars) : "")
        {
            IsCatchAll = stars > 0,
            IsOptional = isOptional,
            Default = at < end && inner[at] == '=' ? inner.Substring(at + 1, end - at - 1) : null,
            Constraints = constraints,
        };
    }

    // A colon begins a constraint, up to the next colon or equals sign that is not between parentheses.
    private static int Constraints(string inner, int at, int end, List<string> constraints)
    {
        while (at < end && inner[at] == ':')
        {
            var start = ++at;
            while (at < end && inner[at] is not (':' or '='))
            {
                at = inner[at] == '(' ? Closing(inner, at + 1, end) : at + 1;
            }

            // An empty one counts only where nothing follows.
            if (at > start || at == end)
            {
                constraints.Add(inner.Substring(start, at - start));
            }
        }

        return at;
    }

    // A parenthesis closes where a constraint can end; one that never closes ends with the next colon or equals sign.
    private static int Closing(string inner, int at, int end)
    {
        for (; at < end; at++)
        {
            if (inner[at] == ')' && (at + 1 == end || inner[at + 1] is ':' or '='))
            {
                return at + 1;
            }

            if (inner[at] is ':' or '=')
            {
                var closing = inner.IndexOf(')', at + 1);
                if (closing < 0 || closing >= end)
                {
                    return at;
                }

                at = closing - 1;
            }
        }

        return end;
    }
}

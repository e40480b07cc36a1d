using Klotho.Analysis.Routes;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>
/// What a gateway matches for a group of routes: the literal beginning that they share, in the application's own spelling.
/// ASP.NET Core ignores case, trailing slashes and missing optional segments, API Gateway does not: so a gateway route is never
/// narrower than a prefix and everything below it, and the application itself says 404 and 405. The first segment stays literal
/// so that nothing is reachable that the application did not expose, Klotho's own endpoints above all.
/// </summary>
/// <param name="Segments">The literal segments; empty for the root.</param>
/// <param name="Open">Whether anything below the prefix belongs to it too.</param>
public sealed record RoutePrefix(string Segments, bool Open)
{
    /// <summary>The gateway's route keys.</summary>
    public IEnumerable<string> Keys()
    {
        yield return $"ANY /{Segments}";
        if (Open)
        {
            if (Segments.Length > 0)
            {
                yield return $"ANY /{Segments}/";
            }

            yield return Segments.Length == 0 ? "ANY /{proxy+}" : $"ANY /{Segments}/{{proxy+}}";
        }
    }

    /// <summary>The same as path patterns of a content network.</summary>
    public IEnumerable<string> Paths()
    {
        yield return $"/{Segments}";
        if (Open)
        {
            yield return Segments.Length == 0 ? "/*" : $"/{Segments}/*";
        }
    }

    /// <summary>
    /// The first <paramref name="depth"/> segments of a route as far as they are literal; everything where none is. One is
    /// enough, but where several units share it.
    /// </summary>
    public static RoutePrefix Of(RouteNode route, int depth)
    {
        var segments = route.Pattern.Trim('/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        var literal = route.IsProxy ? [] : segments.TakeWhile(segment => !segment.AsSpan().ContainsAny('{', '}')).Take(depth).ToArray();
        return new(string.Join('/', literal), Open: literal.Length > 0 || segments.Length > 0 || route.IsProxy);
    }
}

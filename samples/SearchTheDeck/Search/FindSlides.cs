using SearchTheDeck.Slides;

namespace SearchTheDeck.Search;

/// <summary><c>GET /search?q=&amp;startup=&amp;deck=&amp;section=&amp;offset=&amp;limit=</c>; facets may be given several times.</summary>
public static class FindSlides
{
    public static Task<SearchPage> HandleAsync(
        string? q,
        string[]? startup,
        string[]? deck,
        string[]? section,
        int? offset,
        int? limit,
        SlideLibrary library,
        CancellationToken cancel)
    {
        var query = new SearchQuery
        {
            Words = q ?? "",
            Startups = Given(startup),
            Decks = Given(deck),
            Sections = Given(section),
            Offset = offset ?? 0,
            Limit = limit ?? 24,
        };
        return library.SearchAsync(query, cancel);
    }

    // An empty value, as a form sends it, is no filter.
    private static string[] Given(string[]? values) => [.. (values ?? []).Where(value => value.Length > 0)];
}

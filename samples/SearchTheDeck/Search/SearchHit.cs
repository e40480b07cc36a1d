using SearchTheDeck.Slides;

namespace SearchTheDeck.Search;

/// <summary>A slide that was found.</summary>
public sealed record SearchHit(
    string Startup,
    string Deck,
    string Section,
    int Number,
    string Image,
    string Title,
    Snippet Snippet)
{
    public static SearchHit Of(Slide slide, Snippet snippet) =>
        new(slide.Startup, slide.Deck, slide.Section, slide.Number, slide.Image, TitleOf(slide), snippet);

    /// <summary>The first line of the slide, which on most slides is its headline.</summary>
    private static string TitleOf(Slide slide)
    {
        foreach (var line in slide.Text.AsSpan().EnumerateLines())
        {
            if (line.Trim() is { Length: > 0 } headline)
            {
                return headline.ToString();
            }
        }

        return $"{slide.Deck} {slide.Number}";
    }
}

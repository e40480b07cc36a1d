using System.Globalization;
using SearchTheDeck.Search;
using SearchTheDeck.Slides;

namespace Klotho.EndToEnd.Tests.SearchTheDeck;

public sealed class SearchIndexTests
{
    private readonly SearchIndex _index = new();

    [Theory]
    [InlineData("cafe")]
    [InlineData("CAFÉ")]
    [InlineData("cafe\u0301")]
    [InlineData("strasse caf")]
    [InlineData("łódź")]
    public void Case_and_accents_make_no_difference(string words)
    {
        Put("acme", 1, "Café am Markt, Straße 5, Lodz");
        Put("acme", 2, "nothing of the kind");

        Assert.Equal(["acme/0001"], Keys(new() { Words = words }));
    }

    [Fact]
    public void Every_word_must_be_there_and_only_the_last_may_be_unfinished()
    {
        Put("acme", 1, "revenue growth per quarter");
        Put("acme", 2, "revenue only");

        Assert.Equal(["acme/0001"], Keys(new() { Words = "revenue quar" }));
        Assert.Empty(Keys(new() { Words = "quar revenue" }));
        Assert.Empty(Keys(new() { Words = "revenue missing" }));
    }

    [Fact]
    public void A_name_ranks_above_text_and_a_whole_word_above_a_beginning()
    {
        Put("acme", 1, "market and then many other words that say little");
        Put("acme", 2, "some other words", section: "Market");
        Put("acme", 3, "marketing and then many other words that say little");

        Assert.Equal(["acme/0002", "acme/0001", "acme/0003"], Keys(new() { Words = "market" }));
    }

    [Fact]
    public void A_slide_put_again_is_found_by_its_new_words_only()
    {
        Put("acme", 1, "old words");
        Put("acme", 1, "new words");

        Assert.Empty(Keys(new() { Words = "old" }));
        Assert.Equal(["acme/0001"], Keys(new() { Words = "new" }));
        Assert.Equal(1, _index.Count);
    }

    [Fact]
    public void Facet_counts_apply_the_filters_of_the_other_facets()
    {
        Put("acme", 1, "market", section: "Team");
        Put("acme", 2, "market", section: "Ask");
        Put("zeta", 1, "market", section: "Team");

        var page = _index.Search(new() { Words = "market", Startups = ["acme"], Sections = ["Team"] });

        Assert.Equal(1, page.Total);
        Assert.Equal([new("acme", 1), new("zeta", 1)], page.Facets["startup"]);
        Assert.Equal([new("Ask", 1), new("Team", 1)], page.Facets["section"]);
        Assert.Equal([new("acme", 1)], page.Facets["deck"]);
    }

    [Fact]
    public void A_filter_nobody_has_finds_nothing()
    {
        Put("acme", 1, "market");

        Assert.Empty(Keys(new() { Words = "market", Startups = ["nobody"] }));
    }

    [Fact]
    public void Pages_follow_each_other_without_gap_or_repetition()
    {
        for (var number = 1; number <= 25; number++)
        {
            Put("acme", number, "same words");
        }

        var pages = Enumerable.Range(0, 3).SelectMany(page => Keys(new() { Words = "same", Offset = page * 10, Limit = 10 }));

        Assert.Equal(Enumerable.Range(1, 25).Select(number => string.Create(CultureInfo.InvariantCulture, $"acme/{number:D4}")), pages);
    }

    [Fact]
    public void A_snippet_shows_the_words_that_were_asked_for_and_keeps_markup_as_text()
    {
        var filler = string.Join(' ', Enumerable.Repeat("filler", 100));
        Put("acme", 1, $"{filler} <script>alert('Revenue')</script> doubled {filler}");

        var snippet = Assert.Single(_index.Search(new() { Words = "revenue doub" }).Hits).Snippet;

        Assert.Contains("<script>alert('Revenue')</script> doubled", snippet.Text, StringComparison.Ordinal);
        Assert.Equal(["Revenue", "doubled"], snippet.Marks.Select(mark => snippet.Text.Substring(mark.Start, mark.Length)));
        Assert.True(snippet.Text.Length <= 110);
    }

    [Fact]
    public void Any_characters_can_be_searched_for()
    {
        Put("acme", 1, "words");
        string[] odd = ["", " ", "\0", "%_*'\"", "😀", "\ud83d", "\u0301", "a\u0301\u0301", new('x', 10_000)];

        Assert.All(odd, words => _index.Search(new() { Words = words }));
    }

    private void Put(string deck, int number, string text, string section = "General") =>
        _index.Put(new Slide(deck, deck, section, number, "image", text, "digest", DateTimeOffset.UnixEpoch));

    private IEnumerable<string> Keys(SearchQuery query) =>
        _index.Search(query).Hits.Select(hit => string.Create(CultureInfo.InvariantCulture, $"{hit.Deck}/{hit.Number:D4}"));
}

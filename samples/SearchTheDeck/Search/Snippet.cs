namespace SearchTheDeck.Search;

/// <summary>
/// A piece of a slide's text and the words in it that were asked for. The marks are positions, not markup: the page
/// draws them itself, so a slide that says <c>&lt;script&gt;</c> is shown and never run.
/// </summary>
public sealed record Snippet(string Text, IReadOnlyList<SnippetMark> Marks)
{
    // About three lines on a card.
    private const int LongestText = 110;

    /// <summary>The part of the text that holds the most of the words.</summary>
    public static Snippet Of(string text, WordMatcher words)
    {
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        var tokens = Tokenizer.Tokenize(line);
        var matches = tokens.Where(token => words.Matches(token.Term)).ToList();
        var (start, end) = Window(line, tokens, matches);
        var marks = matches
            .Where(match => match.Start >= start && match.End <= end)
            .Select(match => new SnippetMark(match.Start - start, match.Length));
        return new Snippet(line[start..end], [.. marks]);
    }

    private static (int Start, int End) Window(string line, List<Token> tokens, List<Token> matches)
    {
        if (line.Length <= LongestText)
        {
            return (0, line.Length);
        }

        var first = BestFirstMatch(matches);
        // A few words before the first match say what it is about.
        var earliest = Math.Max(0, first - (LongestText / 4));
        var start = first == 0 ? 0 : tokens.First(token => token.Start >= earliest).Start;
        var latest = Math.Min(line.Length, start + LongestText);
        var end = latest == line.Length ? latest : tokens.Where(token => token.End <= latest).Max(token => (int?)token.End);
        return (start, Math.Max(end ?? latest, start));
    }

    private static int BestFirstMatch(List<Token> matches)
    {
        var (best, most) = (0, 0);
        for (var first = 0; first < matches.Count; first++)
        {
            var limit = matches[first].Start + (LongestText * 3 / 4);
            var terms = matches.Skip(first).TakeWhile(match => match.End <= limit).Select(match => match.Term).Distinct().Count();
            if (terms > most)
            {
                (best, most) = (matches[first].Start, terms);
            }
        }

        return best;
    }
}

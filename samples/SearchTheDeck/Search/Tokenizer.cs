using System.Text;

namespace SearchTheDeck.Search;

/// <summary>Cuts texts into words that compare without case and accents: <c>Café</c> and <c>CAFE</c> are one term.</summary>
public static class Tokenizer
{
    // The letters of Latin-1 and Latin Extended-A (U+00C0 to U+017F) by what they are without their accents. Own table,
    // because string.Normalize does nothing when the process runs with invariant globalization.
    private static readonly string[] Accents =
    [
        "aàáâãäåāăą", "cçćĉċč", "dďđ", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľŀł", "nñńņňŉ",
        "oòóôõöøōŏő", "rŕŗř", "sśŝşš", "tţťŧ", "uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zźżž",
    ];

    private static readonly Dictionary<char, char> Unaccented =
        Accents.SelectMany(row => row.Skip(1).Select(accented => (accented, row[0]))).ToDictionary();

    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        var position = 0;
        while (position < text.Length)
        {
            if (!IsPartOfWord(text[position]))
            {
                position++;
                continue;
            }

            var start = position;
            while (position < text.Length && IsPartOfWord(text[position]))
            {
                position++;
            }

            tokens.Add(new Token(start, position - start, Fold(text.AsSpan(start, position - start))));
        }

        return tokens;
    }

    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || IsCombiningAccent(character);

    private static bool IsCombiningAccent(char character) => character is >= '\u0300' and <= '\u036F';

    private static string Fold(ReadOnlySpan<char> word)
    {
        var term = new StringBuilder(word.Length);
        foreach (var character in word)
        {
            if (IsCombiningAccent(character))
            {
                continue;
            }

            var lower = char.ToLowerInvariant(character);
            _ = lower switch
            {
                'ß' => term.Append("ss"),
                'æ' => term.Append("ae"),
                'œ' => term.Append("oe"),
                _ => term.Append(Unaccented.GetValueOrDefault(lower, lower)),
            };
        }

        return term.ToString();
    }
}

using System.Text.RegularExpressions;

namespace SearchTheDeck.Slides;

/// <summary>Which slide: the deck it belongs to and its number there.</summary>
public sealed partial record SlideAddress
{
    public const int HighestNumber = 9999;

    private SlideAddress(string deck, int number) => (Deck, Number) = (deck, number);

    public string Deck { get; }

    public int Number { get; }

    /// <summary>The key in the store: the deck is the partition, and slides are in order within it.</summary>
    public string Key => $"{Deck}/{Number:D4}";

    /// <summary>
    /// The address, or null where one of its parts is not safe in a path and a key. Only lower case is taken because
    /// some file systems cannot tell <c>Acme</c> from <c>acme</c>.
    /// </summary>
    public static SlideAddress? Parse(string deck, int number) =>
        DeckName().IsMatch(deck) && number is >= 1 and <= HighestNumber ? new SlideAddress(deck, number) : null;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,79}\z")]
    private static partial Regex DeckName();
}

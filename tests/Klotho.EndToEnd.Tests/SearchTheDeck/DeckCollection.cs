namespace Klotho.EndToEnd.Tests.SearchTheDeck;

/// <summary>One test with processes and tesseract at a time: together they would only wait for each other.</summary>
[CollectionDefinition(Name)]
public sealed class DeckCollection
{
    public const string Name = "Search the Deck";
}

using Klotho;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SearchTheDeck.Slides;

/// <summary><c>GET /decks/{deck}/slides/{number}</c>: all that is known of a slide; 404 as long as it was not read.</summary>
public static class ShowSlide
{
    public static async Task<Results<Ok<Slide>, NotFound>> HandleAsync(
        string deck,
        int number,
        [Persist("slides")] IKeyValueStore<Slide> slides,
        CancellationToken cancel) =>
        SlideAddress.Parse(deck, number) is { } address && await slides.GetAsync(address.Key, cancel) is { } entry
            ? TypedResults.Ok(entry.Value)
            : TypedResults.NotFound();
}

using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using SearchTheDeck.Slides;

namespace SearchTheDeck.Import;

/// <summary>Talks to a running application. What may pass by itself (no connection, an overloaded server) is tried again.</summary>
public sealed class DeckClient(HttpClient http)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <summary>Uploads a slide, unless the application has just this one.</summary>
    public async Task<ImportOutcome> SendAsync(ImportedSlide slide, CancellationToken cancel)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(slide.File, cancel);
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (await FindAsync(slide, cancel) is { } present
                && (present.Digest, present.Startup, present.Section) == (digest, slide.Startup, slide.Section))
            {
                return new ImportOutcome(slide, digest, AlreadyThere: true, Error: null);
            }

            using var response = await RetryAsync(() => http.PostAsync(AddressWithFacets(slide), new ByteArrayContent(bytes), cancel), cancel);
            return new ImportOutcome(slide, digest, AlreadyThere: false, response.IsSuccessStatusCode ? null : await ReasonAsync(response, cancel));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            return new ImportOutcome(slide, Digest: null, AlreadyThere: false, failure.Message);
        }
    }

    /// <summary>Whether the application has read the slide that was sent.</summary>
    public async Task<bool> IsReadyAsync(ImportOutcome sent, CancellationToken cancel) =>
        await FindAsync(sent.Slide, cancel) is { } slide && slide.Digest == sent.Digest;

    private static string Address(ImportedSlide slide) =>
        string.Create(CultureInfo.InvariantCulture, $"decks/{Uri.EscapeDataString(slide.Deck)}/slides/{slide.Number}");

    private static string AddressWithFacets(ImportedSlide slide) =>
        $"{Address(slide)}?startup={Uri.EscapeDataString(slide.Startup)}&section={Uri.EscapeDataString(slide.Section)}";

    private async Task<Slide?> FindAsync(ImportedSlide slide, CancellationToken cancel)
    {
        using var response = await RetryAsync(() => http.GetAsync(Address(slide), cancel), cancel);
        return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<Slide>(cancel) : null;
    }

    private static async Task<HttpResponseMessage> RetryAsync(Func<Task<HttpResponseMessage>> send, CancellationToken cancel)
    {
        foreach (var pause in Pauses)
        {
            try
            {
                var response = await send();
                if (response.StatusCode is not HttpStatusCode.TooManyRequests and < HttpStatusCode.InternalServerError)
                {
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException)
            {
                // Tried again below; the last attempt is not caught.
            }

            await Task.Delay(pause, cancel);
        }

        return await send();
    }

    private static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var answer = await response.Content.ReadAsStringAsync(cancel);
        return $"the application answered {(int)response.StatusCode}: {answer}";
    }
}

using SearchTheDeck.Import;

namespace SearchTheDeck.Commands;

/// <summary><c>import DIR --to URL</c>: loads a folder of slides into a running application.</summary>
public static class ImportCommand
{
    private const string Usage = """
        usage: import DIR --to URL
          DIR   a folder of PNG and JPEG files: <startup>/<deck>/<number> <section>.png, or fewer folders
          URL   where the application listens, for example http://localhost:5000
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var folder, "--to", var url] || !Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        if (!Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"There is no folder '{folder}'.");
            return 2;
        }

        var slides = ImportedSlide.Find(folder);
        if (slides.Count == 0)
        {
            await Console.Error.WriteLineAsync($"There are no PNG or JPEG files below '{folder}'.");
            return 1;
        }

        using var http = new HttpClient { BaseAddress = address };
        return await ImportAsync(slides, new FolderImport(new DeckClient(http)));
    }

    private static async Task<int> ImportAsync(IReadOnlyList<ImportedSlide> slides, FolderImport import)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };

        try
        {
            var outcomes = await import.SendAsync(slides, stop.Token);
            var failed = outcomes.Where(outcome => outcome.Error is not null).ToList();
            foreach (var outcome in failed)
            {
                await Console.Error.WriteLineAsync($"{outcome.Slide.File}: {outcome.Error}");
            }

            var sent = outcomes.Where(outcome => outcome is { Error: null, AlreadyThere: false }).ToList();
            var waiting = await import.WaitAsync(sent, stop.Token);
            Console.WriteLine($"{sent.Count} sent, {outcomes.Count - sent.Count - failed.Count} already there, {failed.Count} failed, {waiting.Count} not yet read.");
            if (waiting.Count > 0)
            {
                Console.WriteLine("What is not yet read is kept: the application's log says what it waits for.");
            }

            return failed.Count == 0 ? 0 : 1;
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Stopped. Run the same command again to go on; what was sent is not sent twice.");
            return 130;
        }
    }
}

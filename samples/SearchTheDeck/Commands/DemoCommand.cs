using System.Globalization;
using SearchTheDeck.Demo;

namespace SearchTheDeck.Commands;

/// <summary><c>demo DIR [COUNT]</c>: draws slides to try the application with.</summary>
public static class DemoCommand
{
    private const string Usage = "usage: demo DIR [COUNT]   draws COUNT slides (24 unless told) into DIR/<startup>/<deck>/";
    private const int DefaultCount = 24;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = DefaultCount;
        if (args.Length is not (1 or 2)
            || (args.Length == 2 && !(int.TryParse(args[1], CultureInfo.InvariantCulture, out count) && count is >= 1 and <= 5000)))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        foreach (var slide in DemoSlide.Take(count))
        {
            var path = Path.Combine(args[0], PathOf(slide));
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? args[0]);
            await File.WriteAllBytesAsync(path, SlideArtist.Draw(slide));
        }

        Console.WriteLine($"{count} slides are in {args[0]}. Import them into a running application with");
        Console.WriteLine($"  dotnet run --project samples/SearchTheDeck -- import {args[0]} --to http://localhost:5000");
        return 0;
    }

    /// <summary>The path that the importer reads startup, deck, number and section from.</summary>
    public static string PathOf(DemoSlide slide) => Path.Combine(
        slide.Startup.Name,
        "Seed round",
        string.Create(CultureInfo.InvariantCulture, $"{slide.Number:D2} {slide.Section.Name}.png"));
}

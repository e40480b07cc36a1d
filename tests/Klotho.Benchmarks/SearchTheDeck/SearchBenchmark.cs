using System.Diagnostics;
using System.Globalization;
using SearchTheDeck.Search;
using SearchTheDeck.Slides;

namespace Klotho.Benchmarks.SearchTheDeck;

/// <summary>Searches in 15,000 slides: how long one takes, and what it costs to load and to add.</summary>
internal sealed class SearchBenchmark : IBenchmark
{
    private const int Slides = 15_000;
    private const int WordsPerSlide = 60;
    private const int Vocabulary = 30_000;
    private const int Rounds = 500;

    public string Name => "search";

    public Task<string> RunAsync()
    {
        var slides = Enumerable.Range(0, Slides).Select(Make).ToList();
        Measure(Load(slides[..2000]).Index, 100);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (index, load) = Load(slides);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        var rows = Measure(index, Rounds);
        var add = Time(() => index.Put(slides[Slides / 2])).TotalMilliseconds;

        return Task.FromResult(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Slides:N0} slides of {WordsPerSlide} words from a vocabulary of {Vocabulary:N0} (frequencies as in language),
            {Environment.ProcessorCount} cores, one thread, {Rounds} searches of each kind, 24 hits with snippets and all facet counts.

            | search | median ms | 95 % ms | 99 % ms |
            |---|---:|---:|---:|
            {string.Join('\n', rows)}

            Loading the index: {load.TotalSeconds:0.0} s. Replacing one slide: {add:0.00} ms. Memory of the index without the texts: {memory / 1e6:0} MB.
            """));
    }

    private static (SearchIndex Index, TimeSpan Elapsed) Load(List<Slide> slides)
    {
        var index = new SearchIndex();
        return (index, Time(() => slides.ForEach(index.Put)));
    }

    private static List<string> Measure(SearchIndex index, int rounds)
    {
        (string Kind, Func<int, SearchQuery> Query)[] kinds =
        [
            ("one whole word", round => new() { Words = Word(round * 7) }),
            ("three words, the last one begun", round => new() { Words = $"{Word(round % 9)} {Word((round % 11) + 9)} {Word(round)[..3]}" }),
            ("one letter", round => new() { Words = $"{(char)('a' + (round % 20))}" }),
            ("one word, two facets chosen", round => new() { Words = Word(round % 50), Startups = [$"Startup {round % 300}"], Sections = ["Team"] }),
            ("nothing (all slides)", _ => new()),
        ];
        return [.. kinds.Select(kind => Row(kind.Kind, [.. Enumerable.Range(0, rounds).Select(round => Time(() => index.Search(kind.Query(round))).TotalMilliseconds).Order()]))];
    }

    private static string Row(string kind, double[] sorted) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {kind} | {sorted[sorted.Length / 2]:0.00} | {sorted[sorted.Length * 95 / 100]:0.00} | {sorted[sorted.Length * 99 / 100]:0.00} |");

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    private static Slide Make(int number)
    {
        // The same slides in every run.
        var random = new Random(number);
        string[] sections = ["Problem", "Solution", "Market", "Traction", "Team", "Ask"];
        var startup = number / 50;
        var text = string.Join(' ', Enumerable.Range(0, WordsPerSlide).Select(_ => Word(Rank(random))));
        return new Slide($"Startup {startup}", $"deck-{startup}", sections[number % 6], (number % 50) + 1, "image", text, "digest", DateTimeOffset.UnixEpoch);
    }

    // Zipf's law: the word of rank r is about 1/r as frequent as the first.
    private static int Rank(Random random) => (int)Math.Pow(Vocabulary, random.NextDouble()) - 1;

    // Ranks as made-up words of three syllables and more: "bacabe".
    private static string Word(int rank)
    {
        const string consonants = "bcdfghjklmnpqrstvwxz", vowels = "aeiou";
        var word = "";
        for (var syllable = 0; syllable < 3 || rank > 0; syllable++)
        {
            var part = (rank + (syllable * 37)) % 100;
            word += $"{consonants[part % 20]}{vowels[part / 20]}";
            rank /= 100;
        }

        return word;
    }
}

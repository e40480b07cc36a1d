using Klotho.Analysis.Collections;
using Klotho.Planning.Optimum;

namespace Klotho.Compiler.Tests.Planning.Optimum;

/// <summary>Small problems of every temper: few and many ties, loose and tight limits, dense and sparse rules.</summary>
internal static class RandomProblem
{
    public static Problem Of(int seed)
    {
        var random = new Random(seed);
        var sizes = Sizes(random);
        var facilities = random.Next(6);
        var costs = random.Next(4) switch { 0 => 1, 1 => 3, 2 => 10, _ => 1000 };
        var choices = sizes.Select(size => new Choice(Enumerable.Range(0, size).Select(_ => new Option(
            random.Next(costs), Some(random, facilities, random.Next(3)))).ToEquatableArray())).ToEquatableArray();
        var open = sizes.Select((size, choice) => (size, choice)).Where(one => one.size > 0).Select(one => one.choice).ToArray();
        return new(
            choices,
            Enumerable.Range(0, facilities).Select(_ => (long)random.Next(2 * costs)).ToEquatableArray(),
            Enumerable.Range(0, open.Length < 2 ? 0 : random.Next(12)).Select(_ => Pair(random, open, sizes, facilities)).ToEquatableArray(),
            Enumerable.Range(0, open.Length == 0 ? 0 : random.Next(5)).Select(_ => Limit(random, open, sizes)).ToEquatableArray());
    }

    /// <summary>So many options that brute force stays quick.</summary>
    private static int[] Sizes(Random random)
    {
        var sizes = new List<int>();
        var product = 1;
        for (var left = random.Next(9); left > 0; left--)
        {
            var size = random.Next(200) == 0 ? 0 : random.Next(1, 5);
            if (product * Math.Max(1, size) > 1500)
            {
                break;
            }

            product *= Math.Max(1, size);
            sizes.Add(size);
        }

        return sizes.ToArray();
    }

    private static EquatableArray<int> Some(Random random, int facilities, int count) => facilities == 0
        ? EquatableArray<int>.Empty
        : Enumerable.Range(0, count).Select(_ => random.Next(facilities)).Distinct().Order().ToEquatableArray();

    private static PairRule Pair(Random random, int[] open, int[] sizes, int facilities)
    {
        var first = random.Next(open.Length);
        var second = (first + random.Next(1, open.Length)) % open.Length;
        int? facility = facilities > 0 && random.Next(2) == 0 ? random.Next(facilities) : null;
        return new(Option(random, open[first], sizes), Option(random, open[second], sizes), facility);
    }

    private static SumLimit Limit(Random random, int[] open, int[] sizes)
    {
        var terms = Enumerable.Range(0, random.Next(1, 12)).Select(_ => new SumTerm(Option(random, open[random.Next(open.Length)], sizes), random.Next(6)))
            .ToEquatableArray();
        return new(terms, random.Next(-1 + random.Next(2), 8));
    }

    private static OptionRef Option(Random random, int choice, int[] sizes) => new(choice, random.Next(sizes[choice]));
}

using System.Numerics;
using Klotho.Analysis.Collections;
using Klotho.Planning.Optimum;

namespace Klotho.Compiler.Tests.Planning.Optimum;

public sealed class ConflictProperties
{
    [Fact]
    public void Conflicts_of_planning_problems_are_minimal_and_smallest()
    {
        var systems = 0;
        for (var seed = 0; systems < 400; seed++)
        {
            var problem = RandomProblem.Of(seed);
            var constraints = problem.Limits.Items.Concat<object>(problem.Pairs.Items.Where(pair => pair.Facility is null)).ToArray();
            var none = Only(problem, []);
            if (constraints.Length is > 0 and < 8 && BruteForce.Run(none) is not null && BruteForce.Run(problem) is null)
            {
                systems++;
                Check(seed, constraints, some => OptimumSearch.Run(Only(problem, some), CancellationToken.None) is not null);
            }
        }
    }

    [Fact]
    public void Conflicts_of_bounds_on_differences_are_minimal_and_smallest()
    {
        var systems = 0;
        for (var seed = 0; systems < 1_500; seed++)
        {
            var random = new Random(seed);
            var bounds = Enumerable.Range(0, random.Next(2, 11)).Select(_ => (From: random.Next(4), To: random.Next(4), Most: random.Next(-4, 5))).ToArray();
            if (!CanHold(bounds))
            {
                systems++;
                Check(seed, bounds, CanHold);
            }
        }
    }

    [Fact]
    public void Conflicts_in_many_constraints_are_minimal_whatever_the_budget()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var hidden = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(80)).ToHashSet()).ToArray();
            var constraints = Enumerable.Range(0, 80).ToArray();
            var conflict = ConflictSearch.Run(constraints, Holds);
            CheckMinimal(seed, conflict, Holds);

            bool Holds(IReadOnlyList<int> some) => !hidden.Any(set => set.IsSubsetOf(some));
        }
    }

    [Fact]
    public void Smaller_conflict_is_found_behind_a_larger_one()
    {
        string[] constraints = ["a", "b", "c", "d", "e", "f"];
        var conflict = ConflictSearch.Run(constraints, some => !(some.Contains("a") && some.Contains("c") && some.Contains("e")) && !(some.Contains("b") && some.Contains("f")));
        Assert.Equal(["b", "f"], conflict);
    }

    [Fact]
    public void Conflict_without_constraints_is_empty() => Assert.Empty(ConflictSearch.Run(["a"], _ => false));

    [Fact]
    public void Constraints_without_conflict_are_refused() =>
        Assert.Throws<ArgumentException>(() => ConflictSearch.Run(["a"], _ => true));

    private static void Check<T>(int seed, T[] constraints, Func<IReadOnlyList<T>, bool> satisfiable)
    {
        var conflict = ConflictSearch.Run(constraints, satisfiable);
        CheckMinimal(seed, conflict, satisfiable);
        var smallest = Enumerable.Range(0, 1 << constraints.Length).OrderBy(set => BitOperations.PopCount((uint)set))
            .First(set => !satisfiable(constraints.Where((_, index) => (set >> index & 1) == 1).ToArray()));
        Assert.True(BitOperations.PopCount((uint)smallest) == conflict.Count, $"Seed {seed}: there is a smaller conflict.");
    }

    private static void CheckMinimal<T>(int seed, IReadOnlyList<T> conflict, Func<IReadOnlyList<T>, bool> satisfiable)
    {
        Assert.False(satisfiable(conflict), $"Seed {seed}: what was found is no conflict.");
        for (var left = 0; left < conflict.Count; left++)
        {
            Assert.True(satisfiable(conflict.Where((_, index) => index != left).ToArray()), $"Seed {seed}: constraint {left} is not needed.");
        }
    }

    private static Problem Only(Problem problem, IReadOnlyList<object> some) => problem with
    {
        Limits = some.OfType<SumLimit>().ToEquatableArray(),
        Pairs = problem.Pairs.Items.Where(pair => pair.Facility is not null).Concat(some.OfType<PairRule>()).ToEquatableArray(),
    };

    /// <summary>Bounds x[to] - x[from] &lt;= most can hold together unless they make a cycle that adds up to less than nothing (Bellman and Ford).</summary>
    private static bool CanHold(IReadOnlyList<(int From, int To, int Most)> bounds)
    {
        var values = new int[4];
        for (var round = 0; round < 5; round++)
        {
            var changed = false;
            foreach (var (from, to, most) in bounds)
            {
                if (values[from] + most < values[to])
                {
                    values[to] = values[from] + most;
                    changed = true;
                }
            }

            if (!changed)
            {
                return true;
            }
        }

        return false;
    }
}

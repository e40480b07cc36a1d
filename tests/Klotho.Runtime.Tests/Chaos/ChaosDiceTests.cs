using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Chaos;

/// <summary>Faults are as frequent as they are asked for, and the same in each run.</summary>
public sealed class ChaosDiceTests
{
    private static readonly ChaosSettings Settings = new(0.05, TimeSpan.FromMilliseconds(200), 0.02, 7);

    [Fact]
    public void The_same_seed_gives_an_operation_the_same_faults_whatever_happens_beside_it()
    {
        var alone = new ChaosDice(Settings, "Persist:cards");
        var busy = new ChaosDice(Settings, "Persist:cards");

        Assert.Equal(
            Enumerable.Range(0, 1000).Select(_ => alone.Next("PutAsync")),
            Enumerable.Range(0, 1000).Select(_ =>
            {
                busy.Next("GetAsync");
                return busy.Next("PutAsync");
            }));
    }

    [Fact]
    public void Another_seed_resource_or_operation_has_faults_of_its_own()
    {
        ChaosDice[] dice = [new(Settings, "Persist:cards"), new(Settings with { Seed = 8 }, "Persist:cards"), new(Settings, "Persist:files")];
        var runs = dice.Select(one => Sequence(one, "PutAsync")).Append(Sequence(new ChaosDice(Settings, "Persist:cards"), "GetAsync"));

        Assert.Equal(4, runs.Distinct().Count());
    }

    [Fact]
    public void Faults_are_as_frequent_as_asked_for()
    {
        var dice = new ChaosDice(Settings, "Persist:cards");
        var throws = Enumerable.Range(0, 100_000).Select(_ => dice.Next("PutAsync")).ToList();

        Assert.InRange(throws.Count(one => one.Duplicate), 4_700, 5_300);
        Assert.InRange(throws.Count(one => one.FailsBefore), 880, 1_120);
        Assert.InRange(throws.Count(one => one.FailsAfter), 880, 1_120);
        Assert.InRange(throws.Average(one => one.Delay.TotalMilliseconds), 99, 101);
        Assert.All(throws, one => Assert.InRange(one.Delay, TimeSpan.Zero, Settings.Delay));
    }

    private static string Sequence(ChaosDice dice, string operation) => string.Join(' ', Enumerable.Range(0, 100).Select(_ => dice.Next(operation).ToString()));
}

using System.Text;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Wire;
using Klotho.Planning.Compatibility;

namespace Klotho.Compiler.Tests.Compatibility;

/// <summary>Each kind of change in both directions: the verdict is System.Text.Json's own, and docs/wire-compatibility.md shows it.</summary>
public sealed class CompatibilityMatrix
{
    private const string Document = "docs/wire-compatibility.md";

    private static readonly Lazy<WireFixtures> Types = new(() => new(WireChange.Source));

    public static TheoryData<int> Changes => [.. WireChange.All.Select(change => change.Number)];

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_verdict_is_what_really_happens(int number)
    {
        var change = WireChange.All[number];

        Assert.Equal((change.Name, Real(change, "Before", "After")), (change.Name, Verdict(change, "Before", "After")));
        Assert.Equal((change.Name, Real(change, "After", "Before")), (change.Name, Verdict(change, "After", "Before")));
    }

    [Fact]
    public void There_are_enough_of_every_verdict()
    {
        var verdicts = WireChange.All.SelectMany(change => new[] { Verdict(change, "Before", "After"), Verdict(change, "After", "Before") }).ToList();

        Assert.InRange(WireChange.All.Count, 60, int.MaxValue);
        Assert.All(new WireEffect?[] { WireEffect.Throws, WireEffect.Loses, WireEffect.Misses, null }, effect => Assert.InRange(verdicts.Count(each => each == effect), 5, int.MaxValue));
    }

    [Fact]
    public void Its_document_is_the_matrix()
    {
        const string Begin = "<!-- matrix -->\n", End = "<!-- end of matrix -->";
        var text = Repository.Read(Document);
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var expected = text[..start] + Table() + text[text.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Document), expected);
        }

        Assert.Equal(expected, Repository.Read(Document));
    }

    private static string Table()
    {
        var text = new StringBuilder("\n| change | new code reads what was written before | deployed code reads what is written now |\n|---|---|---|\n");
        foreach (var change in WireChange.All)
        {
            text.Append($"| {change.Name} | {Cell(change, "Before", "After")} | {Cell(change, "After", "Before")} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Cell(WireChange change, string from, string to)
    {
        var breaks = Breaks(change, from, to);
        return breaks.Count == 0 ? "reads" : string.Join("<br>", breaks.Select(each => $"**{each.Effect.ToString().ToLowerInvariant()}** `{each.Path}`: {each.Written}, {each.Read}"));
    }

    // What a converter does is not known, so anything may really happen.
    private static WireEffect? Real(WireChange change, string from, string to) =>
        Verdict(change, from, to) == WireEffect.Unknown ? WireEffect.Unknown : new RealReader(Types.Value.Assembly).Effect(Type(change, from), Type(change, to));

    private static WireEffect? Verdict(WireChange change, string from, string to) =>
        Breaks(change, from, to).Select(each => (WireEffect?)each.Effect).Min();

    private static IReadOnlyList<WireBreak> Breaks(WireChange change, string from, string to) => WireCompatibility.Run(
        WireFixtures.Schema(Types.Value.SymbolOf(Type(change, from))), WireFixtures.Schema(Types.Value.SymbolOf(Type(change, to))));

    private static Type Type(WireChange change, string side) =>
        Types.Value.Assembly.GetType($"{change.Space(side)}.P") ?? throw new InvalidOperationException($"{change.Name} has no P.");
}

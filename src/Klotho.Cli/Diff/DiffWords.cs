using System.Globalization;
using Klotho.Analysis.Graph;
using Klotho.Planning.Differences;
using Klotho.Planning.Quantities;

namespace Klotho.Cli.Diff;

/// <summary>What every form of printing a difference agrees on.</summary>
internal static class DiffWords
{
    public static string Title(ChangeArea area) => area switch
    {
        ChangeArea.Capability => "Capabilities",
        ChangeArea.Schema => "Schemas",
        ChangeArea.Hosting => "Hosting",
        ChangeArea.Route => "Routes",
        _ => "Permissions",
    };

    public static string Word(ChangeKind kind) => kind.ToString().ToLowerInvariant();

    public static string Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "+",
        ChangeKind.Removed => "-",
        _ => "~",
    };

    /// <summary>The marks of a change, the gravest first.</summary>
    public static IEnumerable<string> Marks(ChangeEffects effects) =>
        new[] { ChangeEffects.Destructive, ChangeEffects.Breaking, ChangeEffects.Widening }
            .Where(effect => effects.HasFlag(effect))
            .Select(effect => effect.ToString().ToLowerInvariant());

    /// <summary><c>2 changes: 1 destructive, 1 widening</c>.</summary>
    public static string Count(PlanDifferences differences)
    {
        var marks = differences.Changes.Items.SelectMany(change => Marks(change.Effects)).CountBy(mark => mark).Select(mark => $"{mark.Value} {mark.Key}").ToList();
        var count = differences.Changes.Count == 1 ? "1 change" : $"{differences.Changes.Count} changes";
        return marks.Count == 0 ? count : $"{count}: {string.Join(", ", marks)}";
    }

    /// <summary><c>dynamodb → redis</c>, or the one that is there.</summary>
    public static string Values(PlanChange change) => change switch
    {
        { Kind: ChangeKind.Added } => change.After,
        { Kind: ChangeKind.Removed } => change.Before,
        _ when change.Before == change.After => "",
        _ => $"{Shown(change.Before)} → {Shown(change.After)}",
    };

    /// <summary>What follows from a change: each single thing, or all in one sentence.</summary>
    public static IEnumerable<string> Lines(PlanChange change) =>
        change.Details.Count > 0 ? change.Details.Items : change.Consequence.Length > 0 ? [change.Consequence] : [];

    public static string Usd(Money money) => money.Usd.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Signed(Money money) => money.Usd.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    public static string Place(SourceLocation location, Func<SourcePath, string> shown) =>
        string.Create(CultureInfo.InvariantCulture, $"{shown(location.Path)}:{location.Line}");

    private static string Shown(string value) => value.Length == 0 ? "none" : value;
}

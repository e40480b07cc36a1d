using System.Globalization;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Facts;

/// <summary>Says when estimates rest on old figures or on those of another region. Nothing of it goes into a plan, which stays the same on any day.</summary>
public static class FactCheck
{
    /// <summary>After so many days the figures count as old.</summary>
    public const int MostDays = 180;

    /// <param name="region">The region that somebody chose, or null.</param>
    /// <param name="today">The day, or null where age does not matter.</param>
    /// <param name="at">Where the region is chosen; else the place that stands for the plan as a whole.</param>
    public static IEnumerable<KlothoDiagnostic> Run(RegionName? region, DateOnly? today, SourceLocation at)
    {
        var facts = FactTables.For(region);
        if (region is { } asked && facts.Region != asked)
        {
            yield return FactRules.StandIn.At(at, asked.Value, facts.Region.Value, string.Join(", ", FactTables.Known));
        }

        foreach (var table in FactTables.All.Items.Where(table => table.Region is null || table.Region == facts.Region))
        {
            var days = today is { } day ? day.DayNumber - DateOnly.ParseExact(table.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber : 0;
            if (days > MostDays)
            {
                yield return FactRules.Stale.At(at, table.Name, table.Date, days.ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}

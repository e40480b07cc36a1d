using System.Globalization;
using System.Text;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Planning.Facts;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>The tables of docs/facts.md are those of the data files; <c>KLOTHO_UPDATE_GOLDEN=1</c> writes them anew.</summary>
public sealed class FactsDocument
{
    private const string Document = "docs/facts.md";
    private const string Begin = "<!-- facts -->\n";
    private const string End = "<!-- end of facts -->";

    [Fact]
    public void Its_tables_are_those_of_the_data_files()
    {
        var text = Repository.Read(Document);
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var expected = text[..start] + Tables() + text[text.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Document), expected);
        }

        Assert.Equal(expected, Repository.Read(Document));
    }

    [Fact]
    public void It_says_after_how_many_days_figures_are_old() =>
        Assert.Contains(FactCheck.MostDays.ToString(CultureInfo.InvariantCulture), Repository.Read(Document), StringComparison.Ordinal);

    private static string Tables()
    {
        var text = new StringBuilder();
        foreach (var table in FactTables.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### `{table.Name}` ({table.Date})\n\n{(table.Region is { } region ? $"Prices in {region}." : "What holds in every region.")}\n");
            text.Append("\n| figure | value | source | basis | date |\n|---|---|---|---|---|\n");
            foreach (var fact in table.Facts)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{fact.Name}` | {fact.Value:0.############} {fact.Unit} | {fact.Source} | {$"{fact.Basis}".ToLowerInvariant()} | {fact.Date} |\n");
            }
        }

        return text.Append('\n').ToString();
    }
}

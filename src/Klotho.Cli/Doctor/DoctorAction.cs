using Klotho.Cli.CommandLine;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Doctor;

/// <summary>Looks for every prerequisite at once and prints what was found, in the order of the list.</summary>
internal static class DoctorAction
{
    public static async Task<int> RunAsync(bool deploying, Terminal terminal, CancellationToken cancel)
    {
        var directory = Directory.GetCurrentDirectory();
        var findings = await Task.WhenAll(Prerequisites.All.Select(prerequisite => prerequisite.FindAsync(directory, cancel)));
        if (terminal.Format == OutputFormat.Json)
        {
            WriteJson(findings);
        }
        else
        {
            Print(terminal.Summarises ? findings : [.. findings.Where(finding => Fails(finding, deploying))]);
        }

        return findings.Any(finding => Fails(finding, deploying)) ? ExitCode.Environment : ExitCode.Done;
    }

    private static bool Fails(Finding finding, bool deploying) =>
        !finding.IsThere && (finding.Need == Need.Always || (finding.Need == Need.Deploying && deploying));

    private static void Print(IReadOnlyCollection<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Console.Out.WriteLine($"{(finding.IsThere ? "ok     " : "missing")}  {finding.Name}: {finding.Found}");
            if (!finding.IsThere)
            {
                Console.Out.WriteLine($"         for {finding.Purpose}; {finding.Mend}");
            }
        }
    }

    private static void WriteJson(IEnumerable<Finding> findings) => Terminal.WriteJson(json =>
    {
        json.WriteStartArray("prerequisites");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("name", finding.Name);
            json.WriteString("neededFor", finding.Need switch { Need.Always => "always", Need.Sometimes => "sometimes", _ => "deploying" });
            json.WriteBoolean("isThere", finding.IsThere);
            json.WriteString("found", finding.Found);
            json.WriteString("purpose", finding.Purpose);
            json.WriteString("mend", finding.Mend);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}

using System.Globalization;
using Klotho.Benchmarks.Compile;

namespace Klotho.Benchmarks.Scale;

/// <summary>The whole of <c>klotho compile</c> for applications of more and more functions, a new process each time: how long, and how much it writes.</summary>
internal sealed class ScaleBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private static readonly int[] Sizes = [3, 30, 90, 1_000];

    public string Name => "scale";

    public async Task<string> RunAsync()
    {
        var rows = new List<string>();
        var tool = await NativeTool.PublishAsync();
        foreach (var functions in Sizes)
        {
            rows.Add(await RowAsync(tool, functions));
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            Median of {Rounds}, on {Environment.ProcessorCount} cores. First: nothing kept from an earlier run. Again: nothing has changed since.
            Edited: one line of the code has, and what MSBuild said of the project is kept.

            | functions | first | edited | again | files | kB | of it `infra/` |
            |---:|---:|---:|---:|---:|---:|---:|
            {string.Join('\n', rows)}
            """);
    }

    private static async Task<string> RowAsync(string tool, int functions)
    {
        var scratch = Directory.CreateTempSubdirectory("klotho-scale-");
        try
        {
            var project = await SyntheticProject.WriteAsync(
                scratch.FullName, "Functions", folder => File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), FunctionApp.Source(functions)));
            var cache = new DirectoryInfo(Path.Combine(scratch.FullName, "cache"));
            var (first, edited, again) = (new List<double>(), new List<double>(), new List<double>());

            // Round 0 warms the file caches, and does not count.
            for (var round = 0; round <= Rounds; round++)
            {
                // The object remembers whether it was there the first time it was asked.
                cache.Refresh();
                if (cache.Exists)
                {
                    cache.Delete(recursive: true);
                }

                var times = new[] { await CompileAsync(tool, project, cache), await CompileAsync(tool, project, cache) };
                await File.AppendAllTextAsync(Path.Combine(project, "Program.cs"), $"// {round}\n");
                var third = await CompileAsync(tool, project, cache);
                if (round > 0)
                {
                    first.Add(times[0]);
                    again.Add(times[1]);
                    edited.Add(third);
                }
            }

            var written = new DirectoryInfo(OutputOf(project)).GetFiles("*", SearchOption.AllDirectories);
            var program = written.Where(file => file.FullName.Contains("/infra/", StringComparison.Ordinal)).Sum(file => file.Length);
            return string.Create(CultureInfo.InvariantCulture,
                $"| {functions:N0} | {Median(first):0.00} s | {Median(edited):0.00} s | {Median(again):0.00} s | {written.Length:N0} | {written.Sum(file => file.Length) / 1000:N0} | {program / 1000:N0} |");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    /// <summary>Outside of the project, whose build would take in what is written otherwise.</summary>
    private static string OutputOf(string project) => $"{project}.compiled";

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task<double> CompileAsync(string tool, string project, DirectoryInfo cache) =>
        (await TimedProcess.RunAsync(project, cache, tool, "compile", project, "--out", OutputOf(project), "--quiet")).TotalSeconds;
}

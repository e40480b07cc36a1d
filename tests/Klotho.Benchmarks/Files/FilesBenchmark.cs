using System.Globalization;
using Klotho.Benchmarks.Compile;

namespace Klotho.Benchmarks.Files;

/// <summary>How time and memory of reading an application grow with its files, against the compiler on the same files.</summary>
internal sealed class FilesBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private static readonly int[] Sizes = [100, 1_000, 5_000, 20_000];
    private static readonly string[] Names = ["csc, cold", "first", "edited", "again"];

    public string Name => "files";

    public async Task<string> RunAsync()
    {
        var tool = await NativeTool.PublishAsync();
        var measured = new List<(int Files, ProcessCost[] Costs)>();
        foreach (var files in Sizes)
        {
            measured.Add((files, await MeasureAsync(tool, files)));
        }

        var drawing = Path.Combine(Repository.Root, "docs", "images", "files.svg");
        await File.WriteAllTextAsync(drawing, CurveDrawing.Of(
            [.. Names.Select((name, index) => new Curve(name, [.. measured.Select(size => ((double)size.Files, size.Costs[index].Time.TotalSeconds))]))]));
        return string.Create(CultureInfo.InvariantCulture, $"""
            Median of {Rounds}, on {Environment.ProcessorCount} cores; processes take turns. The largest memory of each process in MB, and in times of the compiler's.

            | files | csc, cold | check, first | check, a line edited | check, nothing changed | edited ÷ csc | again ÷ csc | csc MB | edited MB | ÷ csc |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            {string.Join('\n', measured.Select(size => Row(size.Files, size.Costs)))}

            ![Seconds by number of files](images/files.svg)
            """);
    }

    private static string Row(int files, ProcessCost[] costs)
    {
        var (compiler, edited, again) = (costs[0], costs[2], costs[3]);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {files:N0} | {string.Join(" | ", costs.Select(cost => $"{cost.Time.TotalSeconds:0.00} s"))} | {edited.Time / compiler.Time:0.00} | {again.Time / compiler.Time:0.00} | {compiler.Peak / 1_000_000:N0} | {edited.Peak / 1_000_000:N0} | {(double)edited.Peak / compiler.Peak:0.00} |");
    }

    private static async Task<ProcessCost[]> MeasureAsync(string tool, int files)
    {
        var scratch = Directory.CreateTempSubdirectory("klotho-files-");
        try
        {
            var project = await SyntheticProject.WriteAsync(scratch.FullName, "Many", folder => ManyFilesApp.WriteAsync(folder, files));
            var csc = await CscCommand.ForAsync(project, scratch.FullName);
            var cache = new DirectoryInfo(Path.Combine(scratch.FullName, "cache"));
            var costs = Names.Select(_ => new List<ProcessCost>()).ToArray();

            // Round 0 warms the file caches, and does not count.
            for (var round = 0; round <= Rounds; round++)
            {
                cache.Refresh();
                if (cache.Exists)
                {
                    cache.Delete(recursive: true);
                }

                ProcessCost[] turn = [await csc.MeasureColdAsync(), await CheckAsync(), await EditedAsync(round), await CheckAsync()];
                for (var index = 0; round > 0 && index < turn.Length; index++)
                {
                    costs[index].Add(turn[index]);
                }
            }

            return [.. costs.Select(each => new ProcessCost(each.Select(cost => cost.Time).Order().ElementAt(Rounds / 2), each.Select(cost => cost.Peak).Order().ElementAt(Rounds / 2)))];

            async Task<ProcessCost> CheckAsync() => (await TimedProcess.MeasureAsync(project, cache, [tool, "check", project, "--quiet"])).Cost;

            async Task<ProcessCost> EditedAsync(int round)
            {
                await File.AppendAllTextAsync(Path.Combine(project, "Service00000.cs"), $"// {round}\n");
                return await CheckAsync();
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
